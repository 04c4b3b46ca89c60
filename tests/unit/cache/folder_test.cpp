// The local store reads and removes what is its own.
#include "cache/folder.h"

#include "support/digest.h"

#include <gtest/gtest.h>

#include <sys/stat.h>

#include <filesystem>
#include <fstream>

namespace daphnia::cache {
namespace {

namespace fs = std::filesystem;

class Folder : public testing::Test {
  protected:
    Folder() {
        std::string name = (fs::temp_directory_path() / "daphnia_cache_XXXXXX").string();
        path = ::mkdtemp(name.data());
    }
    ~Folder() override { fs::remove_all(path); }

    std::unique_ptr<Store> store(std::uint64_t bytes = std::uint64_t{1} << 30U, bool writes = true) const {
        return folder_store({path / "cache", bytes, writes});
    }
    static std::string key(int number) { return support::sha256_hex(std::to_string(number)); }
    fs::path file(const std::string& key) const { return path / "cache" / "entries" / key.substr(0, 2) / key; }
    static void write(const fs::path& where, const std::string& text) {
        fs::create_directories(where.parent_path());
        std::ofstream(where) << text;
    }
    // Hours since its last use.
    void age(const std::string& key, int hours) const {
        fs::last_write_time(file(key), fs::file_time_type::clock::now() - std::chrono::hours(hours));
    }

    fs::path path;
};

TEST_F(Folder, KeepsWhatItIsGiven) {
    EXPECT_FALSE(store()->get(key(1)));
    EXPECT_FALSE(fs::exists(path / "cache"));
    store()->put(key(1), "one");
    store()->put(key(1), "one again");
    EXPECT_EQ(store()->get(key(1)), "one again");
    EXPECT_EQ(store(1000, false)->get(key(1)), "one again");
    EXPECT_TRUE(fs::exists(path / "cache" / "CACHEDIR.TAG"));
    EXPECT_EQ(state_of_folder(path / "cache").entries, 1U);
}

TEST_F(Folder, FollowsNoLinks) {
    store()->put(key(1), "one");
    write(path / "outside" / "file", "outside");
    fs::remove(file(key(1)));
    fs::create_symlink(path / "outside" / "file", file(key(1)));
    EXPECT_FALSE(store()->get(key(1)));
    store()->put(key(1), "two"); // takes the place of the link
    EXPECT_EQ(store()->get(key(1)), "two");

    const std::string other = key(2);
    fs::create_directories(path / "outside" / other.substr(0, 2));
    write(path / "outside" / other, "outside");
    fs::remove_all(file(other).parent_path());
    fs::create_directory_symlink(path / "outside", file(other).parent_path());
    EXPECT_FALSE(store()->get(other));
    EXPECT_THROW(store()->put(other, "two"), StoreFailure);
    clear_folder(path / "cache");
    std::ifstream in(path / "outside" / "file");
    std::string text;
    in >> text;
    EXPECT_EQ(text, "outside");
    EXPECT_TRUE(fs::exists(path / "outside" / other));
}

TEST_F(Folder, DoesNotWaitForWhatIsNoFile) {
    store()->put(key(1), "one");
    fs::remove(file(key(1)));
    ASSERT_EQ(::mkfifo(file(key(1)).c_str(), 0600), 0);
    EXPECT_FALSE(store()->get(key(1)));
    fs::remove(file(key(1)));
    fs::create_directory(file(key(1)));
    EXPECT_FALSE(store()->get(key(1)));
    EXPECT_THROW(store()->put(key(1), "one"), StoreFailure);
}

TEST_F(Folder, SaysWhenNothingCanBeWritten) {
    write(path / "cache", "a file");
    EXPECT_FALSE(store()->get(key(1)));
    EXPECT_THROW(store()->put(key(1), "one"), StoreFailure);
}

TEST_F(Folder, ComesBackWhenItIsRemovedWhileItIsUsed) {
    const auto kept = store();
    kept->put(key(1), "one");
    fs::remove_all(path / "cache");
    EXPECT_FALSE(kept->get(key(1)));
    kept->put(key(1), "two");
    EXPECT_EQ(store()->get(key(1)), "two");
}

TEST_F(Folder, StaysWithinItsSize) {
    constexpr int kMany = 3000;
    const auto kept = store(std::uint64_t{256} * 4096); // one file in each folder
    for (int i = 0; i < kMany; ++i) {
        kept->put(key(i), std::string(1000, 'x'));
    }
    EXPECT_LE(state_of_folder(path / "cache").entries, 256U);
    EXPECT_EQ(kept->get(key(kMany - 1)), std::string(1000, 'x'));
}

TEST_F(Folder, LosesWhatWasNotUsedForLongest) {
    for (int i = 0; i < 10; ++i) {
        store()->put(key(i), "x");
        age(key(i), 10 + i);
    }
    EXPECT_EQ(store()->get(key(9)), "x"); // which makes it the youngest
    write(file(key(9)).parent_path() / "new-abandoned", "x");
    fs::last_write_time(file(key(9)).parent_path() / "new-abandoned",
                        fs::file_time_type::clock::now() - std::chrono::hours(2));
    const std::uint64_t each = state_of_folder(path / "cache").bytes / 10;
    EXPECT_EQ(trim_folder(path / "cache", 4 * each).entries, 4U);
    for (int i = 0; i < 10; ++i) {
        EXPECT_EQ(fs::exists(file(key(i))), i < 3 || i == 9) << i;
    }
    EXPECT_FALSE(fs::exists(file(key(9)).parent_path() / "new-abandoned"));
}

TEST_F(Folder, ReadingAloneLeavesNoTraces) {
    store()->put(key(1), "one");
    age(key(1), 100);
    const auto before = fs::last_write_time(file(key(1)));
    EXPECT_EQ(store(1000, false)->get(key(1)), "one");
    EXPECT_EQ(fs::last_write_time(file(key(1))), before);
    EXPECT_EQ(store()->get(key(1)), "one");
    EXPECT_NE(fs::last_write_time(file(key(1))), before);
}

TEST_F(Folder, IsClearedOfEntriesAndOfNothingElse) {
    store()->put(key(1), "one");
    store()->put(key(2), "two");
    write(path / "cache" / "mine.txt", "mine");
    write(path / "cache" / "entries" / "zz" / key(3), "mine");
    write(file(key(1)).parent_path() / "README", "mine");
    write(file(key(1)).parent_path() / (key(1) + "0"), "mine");
    EXPECT_EQ(clear_folder(path / "cache").entries, 2U);
    EXPECT_FALSE(fs::exists(file(key(1))));
    EXPECT_FALSE(fs::exists(file(key(2)).parent_path()));
    EXPECT_TRUE(fs::exists(path / "cache" / "mine.txt"));
    EXPECT_TRUE(fs::exists(path / "cache" / "entries" / "zz" / key(3)));
    EXPECT_TRUE(fs::exists(file(key(1)).parent_path() / "README"));
    EXPECT_TRUE(fs::exists(file(key(1)).parent_path() / (key(1) + "0")));
    EXPECT_EQ(clear_folder(path / "nowhere").entries, 0U);
}

} // namespace
} // namespace daphnia::cache
