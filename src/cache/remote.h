// Stores on servers. Private to this folder.
#pragma once

#include "cache/settings.h"
#include "cache/store.h"

#include <memory>
#include <string>
#include <string_view>

namespace daphnia::cache {

// Keeps each entry under daphnia:KEY.
std::unique_ptr<Store> redis_store(const Remote& remote);
// GET and PUT of /ac/KEY behind the URL's own path. Redirections are not followed.
std::unique_ptr<Store> http_store(const Remote& remote);

// What a server says, as a part of a line that a user reads: short, and without unprintable characters.
std::string quotation(std::string_view text);

} // namespace daphnia::cache
