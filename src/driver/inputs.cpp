#include "driver/inputs.h"

#include "driver/includes.h"
#include "support/error.h"
#include "support/source_files.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <set>

namespace daphnia::driver {

namespace {

namespace fs = std::filesystem;

Input read_file(const std::string& path) {
    try {
        return {path, support::read_source_file(path), {}, identity_of(path)};
    } catch (const support::InputError& error) {
        return {path, nullptr, error.what()};
    }
}

Input read_standard_input() {
    const std::string name(kStandardInputName);
    try {
        return {name, support::read_source(std::cin, name)};
    } catch (const support::InputError& error) {
        return {name, nullptr, error.what()};
    }
}

struct Folder {
    std::vector<std::string> programs;
    std::error_code failure; // of the walk, which ended with it
};

// Links to folders are not followed, so that the walk ends.
Folder look_into(const std::string& folder) {
    Folder result;
    fs::recursive_directory_iterator entry(folder, result.failure);
    for (; !result.failure && entry != fs::recursive_directory_iterator(); entry.increment(result.failure)) {
        std::error_code unknown;
        if (entry->path().extension() == ".dfy" && !entry->is_directory(unknown)) {
            result.programs.push_back(entry->path().string());
        }
    }
    return result;
}

void read_folder(const std::string& path, std::vector<Input>& inputs) {
    const Folder folder = look_into(path);
    for (const std::string& program : folder.programs) {
        inputs.push_back(read_file(program));
    }
    if (folder.failure) {
        inputs.push_back({path, nullptr, path + ": cannot be read: " + folder.failure.message()});
    } else if (folder.programs.empty()) {
        inputs.push_back({path, nullptr, path + ": no .dfy file in this folder"});
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

Input one_program(std::vector<Input> files, const std::string& name) {
    Input result = std::move(files.front());
    result.path = name.empty() ? result.path : name;
    result.others.assign(std::make_move_iterator(files.begin() + 1), std::make_move_iterator(files.end()));
    return result;
}

std::vector<std::string> programs_below(const std::string& folder) {
    return look_into(folder).programs;
}

} // namespace daphnia::driver
