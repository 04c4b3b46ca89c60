// What the names in a text stand for, noted where they are looked up: for those who look at a program rather than prove
// it. Everything is said by places: of a name, and of the name in the declaration that it stands for.
#pragma once

#include "support/source.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace daphnia::resolve {

struct Reference {
    support::SourceRange use;         // of the name alone: `Cons` where the text says `Cons?`
    support::SourceRange declaration; // of the name in its declaration; without a file: built in, as Length is
};

// What is known of the type of a variable, also where there are errors.
struct KnownType {
    support::SourceRange variable; // its name where it is declared
    std::string type;
};

// A name that could be written at the place of a question.
struct Offer {
    std::string name;
    support::SourceRange declaration; // without a file: built in
};

// What a question was about.
enum class Asked { Nothing, Value, TypeName, MemberName, PartOfModule };

// Filled while a program is resolved, whether or not it has errors; what was not reached is missing. Ranges are of the
// files that are resolved, and the last that is noted of a name counts.
class References {
  public:
    // `place`: where a name begins of which one wants to know what else could stand there.
    References() = default;
    explicit References(const support::SourceFile& file, std::uint32_t place) : file_(&file), place_(place) {}

    void note(support::SourceRange use, support::SourceRange declaration) { uses_.push_back({use, declaration}); }
    void note_type(support::SourceRange variable, std::string type) { types_.push_back({variable, std::move(type)}); }

    bool asks(const support::SourceRange& name) const {
        return file_ != nullptr && name.file == file_ && name.begin == place_;
    }
    // Offers of an earlier answer are forgotten: a name may be looked up in several ways, and the last one is meant.
    void answer(Asked what, std::vector<Offer> offers) {
        asked_ = what;
        offers_ = std::move(offers);
    }
    // The type of the value whose member is asked for.
    void answer_type(std::string type) { type_ = std::move(type); }

    const std::vector<Reference>& uses() const { return uses_; }
    const std::vector<KnownType>& types() const { return types_; }
    Asked asked() const { return asked_; }
    const std::vector<Offer>& offers() const { return offers_; }
    const std::string& type() const { return type_; }

  private:
    std::vector<Reference> uses_;
    std::vector<KnownType> types_;
    const support::SourceFile* file_ = nullptr;
    std::uint32_t place_ = 0;
    Asked asked_ = Asked::Nothing;
    std::vector<Offer> offers_;
    std::string type_;
};

} // namespace daphnia::resolve
