#include "driver/inputs.h"

#include "driver/includes.h"
#include "support/error.h"
#include "support/source_files.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <set>

namespace daphnia::driver {

namespace {

namespace fs = std::filesystem;

Input read_file(const std::string& path) {
    try {
        return {path, support::read_source_file(path), {}, identity_of(path)};
    } catch (const support::InputError& error) {
        return {path, nullptr, error.what(), {}};
    }
}

Input read_standard_input() {
    const std::string name(kStandardInputName);
    try {
        return {name, support::read_source(std::cin, name), {}, {}};
    } catch (const support::InputError& error) {
        return {name, nullptr, error.what(), {}};
    }
}

// Links to folders are not followed, so that the walk ends.
void read_folder(const std::string& folder, std::vector<Input>& inputs) {
    const std::size_t before = inputs.size();
    std::error_code failure;
    fs::recursive_directory_iterator entry(folder, failure);
    for (; !failure && entry != fs::recursive_directory_iterator(); entry.increment(failure)) {
        std::error_code unknown;
        if (entry->path().extension() == ".dfy" && !entry->is_directory(unknown)) {
            inputs.push_back(read_file(entry->path().string()));
        }
    }
    if (failure) {
        inputs.push_back({folder, nullptr, folder + ": cannot be read: " + failure.message(), {}});
    } else if (inputs.size() == before) {
        inputs.push_back({folder, nullptr, folder + ": no .dfy file in this folder", {}});
    }
}

} // namespace

std::vector<Input> read_inputs(const std::vector<std::string>& paths) {
    std::vector<Input> inputs;
    for (const std::string& path : paths) {
        std::error_code unknown;
        if (path == kStandardInput) {
            inputs.push_back(read_standard_input());
        } else if (fs::is_directory(path, unknown)) {
            read_folder(path, inputs);
        } else {
            inputs.push_back(read_file(path));
        }
    }
    const auto by_path = [](const Input& a, const Input& b) { return a.path < b.path; };
    std::stable_sort(inputs.begin(), inputs.end(), by_path);
    std::set<std::string> known;
    const auto again = [&](const Input& input) {
        return !known.insert(input.identity.empty() ? input.path : input.identity).second;
    };
    inputs.erase(std::remove_if(inputs.begin(), inputs.end(), again), inputs.end());
    return inputs;
}

} // namespace daphnia::driver
