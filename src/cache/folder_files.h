// The files of the local store. Private to this folder.
#pragma once

#include "support/descriptor.h"

#include <cstdint>
#include <ctime>
#include <optional>
#include <string>
#include <vector>

namespace daphnia::cache {

constexpr const char* kEntries = "entries";
constexpr const char* kTag = "CACHEDIR.TAG";
constexpr int kFolders = 256;

// The name of one of the 256 folders of entries.
std::string folder_name(int number);
bool is_key(const std::string& name);        // 64 lower-case hexadecimal digits
bool is_unfinished(const std::string& name); // of a file that is being written

// Folders and files below one that is open; none that is open, with errno, when there is no such thing or it is a
// symbolic link.
support::Descriptor open_folder(const std::string& path);
support::Descriptor open_folder_at(int folder, const char* name);

struct File {
    std::string name;
    std::uint64_t bytes = 0; // as the disk counts them
    timespec used{};
};
// The entries, or the unfinished ones, of a folder. A folder that cannot be read has none.
struct Listing {
    std::vector<File> entries;
    std::vector<File> unfinished;
};
Listing list_folder(int folder);

// Removes files, least recently used first, until no more than so many bytes are left; gives how many are. Unfinished
// ones go when nobody can be writing them.
std::uint64_t trim_folder_of_entries(int folder, std::uint64_t bytes);

} // namespace daphnia::cache
