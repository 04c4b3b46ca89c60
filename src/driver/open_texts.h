// Texts that count before what lies on the disk: of files that are open in an editor, changed and not saved.
#pragma once

#include <map>
#include <memory>
#include <string>

namespace daphnia::driver {

class OpenTexts {
  public:
    void set(const std::string& path, std::shared_ptr<const std::string> text);
    void erase(const std::string& path);

    // Null: the file is not open.
    const std::string* find(const std::string& path) const;

  private:
    std::map<std::string, std::shared_ptr<const std::string>> by_location_;
};

// The same for every path to a place for a file, whether there is a file or not: links followed, `.` and `..` gone.
std::string location_of(const std::string& path);

} // namespace daphnia::driver
