// The packages, made and installed where nothing else is: clean_root makes such places from this machine's packages.
#include "commands.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <regex>
#include <set>

namespace daphnia::tests {
namespace {

namespace fs = std::filesystem;

class Package : public testing::Test {
  protected:
    void SetUp() override {
        if (::geteuid() != 0) {
            GTEST_SKIP() << "only root can change the root of a process";
        }
    }

    // The package of this kind, whose name ends so.
    std::string made(const std::string& kind, const std::string& ending) const {
        const std::string folder = scratch_.path("made");
        const Finished result =
            run({"cpack", "-G", kind, "--config", DAPHNIA_BUILD "/CPackConfig.cmake", "-B", folder});
        EXPECT_EQ(result.exit_code, 0) << result.out << result.err;
        for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
            if (entry.path().string().ends_with(ending)) {
                return entry.path();
            }
        }
        ADD_FAILURE() << "no " << ending << " in " << folder;
        return {};
    }

    std::string clean_root(const std::string& content) const {
        const std::string root = scratch_.path("root");
        const Finished result = run({DAPHNIA_ROOT "/tests/package/clean_root", root, content});
        EXPECT_EQ(result.exit_code, 0) << result.out << result.err;
        return root;
    }

    const Scratch scratch_;
};

void expect_to_verify(const std::string& root, const std::string& program, const std::string& examples) {
    // How the loader knows where a program is, to find what is beside it.
    fs::create_directories(root + "/proc/self");
    fs::create_symlink(program, root + "/proc/self/exe");
    const Finished result = run({"chroot", root, program, "verify", examples + "/classics/gcd.dfy"});
    EXPECT_EQ(result.exit_code, 0) << result.out << result.err;
    EXPECT_TRUE(has(result.out, "verified, 0 errors")) << result.out;
    const Finished version = run({"chroot", root, program, "--version"});
    EXPECT_EQ(version.out, daphnia({"--version"}).out);
}

void expect_pages(const std::string& root) {
    std::set<std::string> names{"daphnia"};
    for (const std::string& command : commands()) {
        names.insert("daphnia-" + command);
    }
    EXPECT_GE(names.size(), 6U);
    for (const std::string& name : names) {
        const Finished shown =
            run({"man", "--warnings", "--local-file", root + "/usr/share/man/man1/" + name + ".1.gz"});
        EXPECT_EQ(shown.exit_code, 0) << name;
        EXPECT_EQ(shown.err, "") << name;
        EXPECT_TRUE(std::regex_search(shown.out, std::regex("NAME\n +" + name + " +- +[a-z]"))) << shown.out;
    }
}

void expect_completion(const std::string& root) {
    EXPECT_EQ(read_file(root + "/usr/share/bash-completion/completions/daphnia"), daphnia({"completion", "bash"}).out);
    EXPECT_EQ(read_file(root + "/usr/share/zsh/vendor-completions/_daphnia"), daphnia({"completion", "zsh"}).out);
    EXPECT_EQ(read_file(root + "/usr/share/fish/vendor_completions.d/daphnia.fish"),
              daphnia({"completion", "fish"}).out);
}

// One test, as making the package takes longer than all the rest.
TEST_F(Package, OfDebianIsWholeAndNamesAllThatItNeeds) {
    const std::string package = made("DEB", ".deb");
    const Finished lintian = run({"lintian", "--allow-root", "--fail-on", "error,warning", package});
    EXPECT_EQ(lintian.exit_code, 0) << lintian.out << lintian.err;
    const std::string root = clean_root(package);
    expect_to_verify(root, "/usr/bin/daphnia", "/usr/share/doc/daphnia/examples");
    for (const char* document : {"README.md", "grammar/README.md", "examples/README.md", "copyright"}) {
        EXPECT_TRUE(fs::exists(root + "/usr/share/doc/daphnia/" + document)) << document;
    }
    expect_pages(root);
    expect_completion(root);
}

TEST_F(Package, ThatIsAnArchiveHasItsLibrariesInside) {
    const std::string archive = made("TGZ", ".tar.gz");
    const std::string root = clean_root("libc6");
    fs::create_directories(root + "/opt");
    const Finished unpacked = run({"tar", "-C", root + "/opt", "--strip-components=1", "-xzf", archive});
    ASSERT_EQ(unpacked.exit_code, 0) << unpacked.err;
    expect_to_verify(root, "/opt/bin/daphnia", "/opt/share/doc/daphnia/examples");
    EXPECT_TRUE(fs::exists(root + "/opt/lib/daphnia/libz3-4.copyright"));
}

} // namespace
} // namespace daphnia::tests
