#include "driver/open_texts.h"

#include <filesystem>
#include <system_error>
#include <utility>

namespace daphnia::driver {

void OpenTexts::set(const std::string& path, std::shared_ptr<const std::string> text) {
    by_location_[location_of(path)] = std::move(text);
}

void OpenTexts::erase(const std::string& path) {
    by_location_.erase(location_of(path));
}

const std::string* OpenTexts::find(const std::string& path) const {
    if (by_location_.empty()) {
        return nullptr;
    }
    const auto found = by_location_.find(location_of(path));
    return found == by_location_.end() ? nullptr : found->second.get();
}

std::string location_of(const std::string& path) {
    namespace fs = std::filesystem;
    std::error_code failure;
    const fs::path absolute = fs::absolute(path, failure);
    const fs::path location = fs::weakly_canonical(absolute, failure);
    return failure ? absolute.lexically_normal().string() : location.string();
}

} // namespace daphnia::driver
