// The local store: files in a folder, where several processes and machines may read and write at once.
//
//   FOLDER/CACHEDIR.TAG           says to backup programs that this is a cache
//   FOLDER/entries/ab/abcd…       an entry: the digits of its key, in the folder named by the first two
//   FOLDER/entries/ab/new-…       one that is being written, and renamed when it is whole
//
// Nothing else in the folder is ever read, changed or removed, and no symbolic link below it is followed.
#pragma once

#include "cache/store.h"
#include "support/descriptor.h"

#include <cstdint>
#include <memory>
#include <string>

namespace daphnia::cache {

struct FolderOptions {
    std::string path;
    std::uint64_t bytes = 0; // of all entries together, as the disk counts them; 0: nothing is kept
    bool writes = true;      // else nothing is changed, the times of use included
};

// Keeps the folder within its size: what was not used for longest goes. A process looks after one of the 256 folders
// of entries at a time, when it has written there, and not each time; so the size may be exceeded by a few entries in
// each of them.
std::unique_ptr<Store> folder_store(const FolderOptions& options);

// What `daphnia cache` does. All throw InputError when the folder is there and cannot be read or changed; one that is
// not there has nothing in it.
struct FolderState {
    std::uint64_t entries = 0;
    std::uint64_t bytes = 0;         // as the disk counts them
    std::int64_t seconds_unused = 0; // of the entry that was not used for longest
};
FolderState state_of_folder(const std::string& path);
// Removes what was not used for longest until no more than so many bytes are left; gives what is left.
FolderState trim_folder(const std::string& path, std::uint64_t bytes);
// Removes all entries; gives what there was. The folder itself stays, with its tag and whatever else is in it.
FolderState clear_folder(const std::string& path);

} // namespace daphnia::cache
