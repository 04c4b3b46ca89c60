// An entry is what was written for its key, or nothing.
#include "cache/entry.h"

#include "support/digest.h"

#include <gtest/gtest.h>

namespace daphnia::cache {
namespace {

using Status = solver::Answer::Status;

const std::string kKey = support::sha256_hex("a key");
const std::string kOther = support::sha256_hex("another");

Entry sample() {
    return {
        Status::CounterModel, 123, "(incomplete\nquantifiers)", {{{'i', 7}, "-3"}, {{'t', 8}, "a\nb"}, {{'b', 9}, ""}}};
}

TEST(Entry, ComesBackAsItWas) {
    for (const char* secret : {"", "tell nobody"}) {
        for (const Status status :
             {Status::Proved, Status::Disproved, Status::CounterModel, Status::Unknown, Status::OutOfBudget}) {
            Entry entry = sample();
            entry.status = status;
            const auto read = read_entry(write_entry(entry, kKey, secret), kKey, secret);
            ASSERT_TRUE(read);
            EXPECT_EQ(read->status, status);
            EXPECT_EQ(read->resources, 123U);
            EXPECT_EQ(read->reason, entry.reason);
            EXPECT_EQ(read->model, entry.model);
        }
    }
}

TEST(Record, ComesBackForItsKeyAndSecret) {
    const std::string bytes("a\nb\0c", 5);
    const std::string text = write_record(bytes, kKey, "tell nobody").value();
    EXPECT_EQ(read_record(text, kKey, "tell nobody"), bytes);
    EXPECT_EQ(read_record(text, kOther, "tell nobody"), std::nullopt);
    EXPECT_EQ(read_record(text, kKey, ""), std::nullopt);
    for (std::size_t size = 0; size < text.size(); ++size) {
        EXPECT_EQ(read_record(text.substr(0, size), kKey, "tell nobody"), std::nullopt) << size;
    }
    EXPECT_EQ(write_record(std::string(kLargestEntry, 'x'), kKey, ""), std::nullopt);
}

TEST(Record, IsNoAnswerAndAnAnswerIsNone) {
    EXPECT_FALSE(read_entry(write_record("status proved", kKey, "").value(), kKey, ""));
    EXPECT_FALSE(read_record(write_entry(sample(), kKey, ""), kKey, ""));
}

TEST(Entry, IsNoneWhenItIsCut) {
    const std::string text = write_entry(sample(), kKey, "");
    for (std::size_t size = 0; size < text.size(); ++size) {
        EXPECT_FALSE(read_entry(text.substr(0, size), kKey, "")) << size;
    }
    EXPECT_FALSE(read_entry(text + "\n", kKey, ""));
    EXPECT_FALSE(read_entry(std::string(kLargestEntry + 1, 'x'), kKey, ""));
}

TEST(Entry, IsNoneWhenAByteOfItChanges) {
    for (const char* secret : {"", "tell nobody"}) {
        const std::string text = write_entry(sample(), kKey, secret);
        for (std::size_t i = 0; i < text.size(); ++i) {
            std::string changed = text;
            changed[i] = static_cast<char>(changed[i] ^ 1);
            EXPECT_FALSE(read_entry(changed, kKey, secret)) << i;
        }
    }
}

TEST(Entry, IsNoneForAnotherKey) {
    EXPECT_FALSE(read_entry(write_entry(sample(), kOther, ""), kKey, ""));
    EXPECT_FALSE(read_entry(write_entry(sample(), kOther, "s"), kKey, "s"));
}

TEST(Entry, IsNoneForThoseWithAnotherSecret) {
    EXPECT_FALSE(read_entry(write_entry(sample(), kKey, "one"), kKey, "two"));
    EXPECT_FALSE(read_entry(write_entry(sample(), kKey, ""), kKey, "two"));
    EXPECT_FALSE(read_entry(write_entry(sample(), kKey, "one"), kKey, ""));
}

// Whoever knows everything but the secret cannot make one: neither by the digest that needs none, nor by what another
// entry was signed with.
TEST(Entry, CannotBeForgedWithoutTheSecret) {
    const std::string honest = write_entry({Status::OutOfBudget, 5, "", {}}, kKey, "secret");
    std::string body = honest.substr(0, honest.size() - 69);
    const std::string signature = honest.substr(honest.size() - 69);
    ASSERT_TRUE(read_entry(body + signature, kKey, "secret"));
    body.replace(body.find("out-of-budget"), 13, "proved");
    EXPECT_FALSE(read_entry(body + signature, kKey, "secret"));
    EXPECT_FALSE(read_entry(body + "sum " + support::sha256_hex(body) + "\n", kKey, "secret"));
    EXPECT_FALSE(read_entry(body + "mac " + support::sha256_hex(body) + "\n", kKey, "secret"));
    EXPECT_FALSE(read_entry(body + "mac " + support::hmac_sha256_hex("", body) + "\n", kKey, "secret"));
    EXPECT_TRUE(read_entry(body + "mac " + support::hmac_sha256_hex("secret", body) + "\n", kKey, "secret"));
}

// Its digest is right and it is no entry all the same.
TEST(Entry, IsNoneWhenItSaysSomethingElse) {
    const std::string good = write_entry({Status::Proved, 5, "", {}}, kKey, "");
    const std::string body = good.substr(0, good.size() - 69);
    const auto changed = [&](const std::string& what, const std::string& into) {
        std::string text = body;
        text.replace(text.find(what), what.size(), into);
        return read_entry(text + "sum " + support::sha256_hex(text) + "\n", kKey, "");
    };
    EXPECT_TRUE(changed("resources 5", "resources 6"));
    EXPECT_FALSE(changed("resources 5", "resources -5"));
    EXPECT_FALSE(changed("resources 5", "resources 5x"));
    EXPECT_FALSE(changed("resources 5", "resources 99999999999999999999999"));
    EXPECT_FALSE(changed("status proved", "status proven"));
    EXPECT_FALSE(changed("status proved", "status "));
    EXPECT_FALSE(changed("reason 0", "reason 999999"));
    EXPECT_FALSE(changed("reason 0", "reason 18446744073709551615"));
    EXPECT_FALSE(changed("values 0", "values 1"));
    EXPECT_FALSE(changed("values 0", "values 18446744073709551615"));
    EXPECT_FALSE(changed("daphnia-cache 1", "daphnia-cache 2"));
}

TEST(Entry, LosesItsValuesBeforeItGrowsTooLarge) {
    Entry entry = sample();
    entry.model[{'t', 1}] = std::string(kLargestEntry, 'x');
    const auto read = read_entry(write_entry(entry, kKey, ""), kKey, "");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->resources, 123U);
    EXPECT_TRUE(read->model.empty());
}

TEST(Digest, IsWhatOthersSayItIs) {
    EXPECT_EQ(support::sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(support::sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    // RFC 4231, test case 2.
    EXPECT_EQ(support::hmac_sha256_hex("Jefe", "what do ya want for nothing?"),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    // Test case 6: a secret that is longer than a block.
    EXPECT_EQ(
        support::hmac_sha256_hex(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First"),
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    support::Sha256 parts;
    parts.add("a");
    parts.add("bc");
    EXPECT_EQ(std::move(parts).hex(), support::sha256_hex("abc"));
}

} // namespace
} // namespace daphnia::cache
