// What a URL means, and that no password gets out.
#include "cache/settings.h"

#include "support/error.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace daphnia::cache {
namespace {

TEST(Remote, IsReadWithAllItsParts) {
    const Remote redis = read_remote("redis://me:p%40ss@cache.example:7000/3 read-only timeout=250");
    EXPECT_EQ(redis.kind, Remote::Kind::Redis);
    EXPECT_EQ(redis.host, "cache.example");
    EXPECT_EQ(redis.port, 7000);
    EXPECT_EQ(redis.user, "me");
    EXPECT_EQ(redis.password, "p@ss");
    EXPECT_EQ(redis.database, 3U);
    EXPECT_TRUE(redis.read_only);
    EXPECT_EQ(redis.milliseconds, 250U);
    EXPECT_EQ(to_string(redis), "redis://cache.example:7000");

    const Remote plain = read_remote("redis://[::1]");
    EXPECT_EQ(plain.host, "::1");
    EXPECT_EQ(plain.port, 6379);
    EXPECT_FALSE(plain.read_only);
    EXPECT_EQ(to_string(plain), "redis://[::1]:6379");

    EXPECT_EQ(read_remote("redis+unix:///run/redis.sock").host, "/run/redis.sock");
    const Remote http = read_remote("http://host/some/path/");
    EXPECT_EQ(http.path, "/some/path");
    EXPECT_EQ(http.port, 80);
}

TEST(Remote, RefusesWhatItDoesNotUnderstandWithoutThePassword) {
    for (const char* text : {"",
                             "host",
                             "https://host",
                             "ftp://host",
                             "redis://",
                             "redis://host:0",
                             "redis://host:70000",
                             "redis://host:x",
                             "redis://host/x",
                             "redis://hush@host",
                             "redis://:hush%4@host",
                             "redis://:hush%zz@host",
                             "redis+unix://relative",
                             "http://",
                             "http://me:hush@host",
                             "http://host/a?b",
                             "http://host/a#b",
                             "redis://:hush@host readonly",
                             "redis://:hush@host timeout=0",
                             "redis://:hush@host timeout=90000",
                             "redis://:hush@host:port"}) {
        try {
            read_remote(text);
            ADD_FAILURE() << text;
        } catch (const support::InputError& error) {
            EXPECT_EQ(std::string(error.what()).find("hush"), std::string::npos) << error.what();
        }
    }
}

TEST(UsualFolder, ComesFromTheEnvironment) {
    ::setenv("DAPHNIA_CACHE_DIR", "here", 1);
    ::setenv("XDG_CACHE_HOME", "/xdg", 1);
    ::setenv("HOME", "/home/me", 1);
    EXPECT_EQ(usual_folder(), "here");
    ::unsetenv("DAPHNIA_CACHE_DIR");
    EXPECT_EQ(usual_folder(), "/xdg/daphnia");
    ::setenv("XDG_CACHE_HOME", "relative", 1);
    EXPECT_EQ(usual_folder(), "/home/me/.cache/daphnia");
    ::unsetenv("HOME");
    EXPECT_EQ(usual_folder(), "");
}

} // namespace
} // namespace daphnia::cache
