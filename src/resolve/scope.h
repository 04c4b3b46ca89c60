// Names that are visible at a place in a body: frames of variables, and frames of labels.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace daphnia::resolve {

// Things are not owned. A name may be declared again in an inner frame, but not twice in one.
template <typename Thing>
class Scope {
  public:
    void push_frame() { frames_.push_back(entries_.size()); }
    void pop_frame() {
        entries_.resize(frames_.back());
        frames_.pop_back();
    }

    // False when the innermost frame has the name already.
    bool declare(const std::string& name, Thing* thing) {
        const std::size_t start = frames_.empty() ? 0 : frames_.back();
        for (std::size_t i = start; i < entries_.size(); ++i) {
            if (entries_[i].first == name) {
                return false;
            }
        }
        entries_.emplace_back(name, thing);
        return true;
    }

    // The innermost one of that name; null when there is none.
    Thing* find(const std::string& name) const {
        for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry) {
            if (entry->first == name) {
                return entry->second;
            }
        }
        return nullptr;
    }

    // All that can be seen.
    std::vector<std::string> names() const {
        std::vector<std::string> result;
        for (const auto& entry : entries_) {
            result.push_back(entry.first);
        }
        return result;
    }

    class Frame {
      public:
        explicit Frame(Scope& scope) : scope_(scope) { scope_.push_frame(); }
        ~Frame() { scope_.pop_frame(); }
        Frame(const Frame&) = delete;
        Frame& operator=(const Frame&) = delete;

      private:
        Scope& scope_;
    };

  private:
    std::vector<std::pair<std::string, Thing*>> entries_;
    std::vector<std::size_t> frames_;
};

} // namespace daphnia::resolve
