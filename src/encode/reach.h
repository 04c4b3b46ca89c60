// What the encoding of a declaration can come to speak of: the regions and functions that are reached from it, over
// calls, contracts and types. What is not reached leaves no trace in it, so that its conditions stay the same, to the
// letter, whatever else the program declares.
#pragma once

#include "typed/call_graph.h"
#include "typed/dependencies.h"
#include "typed/region.h"
#include "typed/typed.h"

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace daphnia::encode {

struct Reach {
    std::vector<typed::Region> regions;          // by name
    std::vector<typed::ConstantField> constants; // by name
    bool references = false;                     // values may refer to objects, if only those of type parameters
    bool reading_functions = false;              // there are values that are functions which read the heap
    bool framed_functions = false;               // functions over whole regions whose frame says what they read of them
    // What stands for a function of a trait, by name: where objects of its class or trait are spoken of.
    std::map<const typed::Function*, std::vector<const typed::Function*>> overrides;
    bool objects = false; // there are values of type object, which may be arrays or not

    // Nothing bounds what is read: of the whole heap, what is in no region that is spoken of counts, too.
    bool is_open() const;
};

// The heap that the function takes are whole regions. Else it takes the rows of the arrays that its frame names: when
// these are listed and can be named without reading the heap; then its frame follows from congruence.
bool takes_regions(const typed::Function& function);

// Made once for a program, by one walk over all of it.
class Reaching {
  public:
    explicit Reaching(const typed::Program& program);

    // From a function, constant or method with its body, and the contract of what it stands for; of methods that are
    // called, the contract is reached.
    Reach from(typed::Callable declaration) const;

  private:
    // What one declaration mentions itself.
    struct Mentioned {
        std::map<std::string, typed::Region> regions;
        std::map<std::string, typed::ConstantField> constants;
        bool references = false;
        bool reading_functions = false;
        bool framed_functions = false;
        bool objects = false;
        bool open = false;
        std::set<std::string> classes; // and traits, by name
        std::vector<typed::Callable> declarations;

        Mentioned() = default;
        explicit Mentioned(const typed::Dependencies& dependencies);
    };
    struct Entry {
        Mentioned contract; // what others reach: all of a function or constant
        Mentioned all;      // of a method with a body
    };

    // A member of a class or trait that stands for one of a trait.
    struct Override {
        const typed::Function* function;
        std::string owner;
    };

    std::unordered_map<typed::Callable, Entry> entries_;
    std::map<typed::Callable, std::vector<Override>> overrides_; // by the trait's function
};

} // namespace daphnia::encode
