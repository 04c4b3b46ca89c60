#include "index/index.h"

#include "index/facts.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <unordered_map>
#include <utility>

namespace daphnia::index {

namespace {

// A place in one of the files, whichever text of it a range is of.
using Place = std::uint64_t;

constexpr Place kNowhere = static_cast<Place>(-1);

class Places {
  public:
    explicit Places(const std::vector<const SourceFile*>& files) : files_(files) {
        for (std::size_t i = 0; i < files.size(); ++i) {
            numbers_.emplace(files[i], i);
            by_path_.emplace(files[i]->path(), i);
        }
    }

    // kNoSymbol: of none of them.
    std::size_t number(const SourceFile* file) const {
        const auto known = numbers_.find(file);
        if (known != numbers_.end()) {
            return known->second;
        }
        const auto found = file == nullptr ? by_path_.end() : by_path_.find(file->path());
        const std::size_t number = found == by_path_.end() ? kNoSymbol : found->second;
        numbers_.emplace(file, number);
        return number;
    }

    Place operator()(const SourceRange& range) const {
        const std::size_t file = number(range.file);
        return file == kNoSymbol ? kNowhere : (static_cast<Place>(file) << 32U) | range.begin;
    }

    // The same range of the file as it is.
    SourceRange here(const SourceRange& range) const {
        const std::size_t file = number(range.file);
        return file == kNoSymbol ? range : SourceRange{files_[file], range.begin, range.end};
    }

    void forget_others() {
        numbers_.clear();
        for (std::size_t i = 0; i < files_.size(); ++i) {
            numbers_.emplace(files_[i], i);
        }
    }

  private:
    const std::vector<const SourceFile*>& files_;
    mutable std::unordered_map<const SourceFile*, std::size_t> numbers_;
    std::unordered_map<std::string, std::size_t> by_path_;
};

struct Use {
    Place place;
    SourceRange range;
    Place declaration; // kNowhere: built in
};

// In order of their places, the last word on each.
std::vector<Use> uses_of(const std::vector<const resolve::References*>& all, const Places& places) {
    std::vector<Use> result;
    for (const resolve::References* references : all) {
        for (const resolve::Reference& reference : references->uses()) {
            const Place place = places(reference.use);
            const Place declaration = reference.declaration.has_file() ? places(reference.declaration) : kNowhere;
            if (place != kNowhere && (declaration != kNowhere || !reference.declaration.has_file())) {
                result.push_back({place, places.here(reference.use), declaration});
            }
        }
    }
    std::stable_sort(result.begin(), result.end(), [](const Use& a, const Use& b) { return a.place < b.place; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < result.size(); ++i) {
        if (i + 1 == result.size() || result[i + 1].place != result[i].place) {
            result[kept++] = result[i];
        }
    }
    result.resize(kept);
    return result;
}

bool is_variable(SymbolKind kind) {
    return (kind >= SymbolKind::Parameter && kind <= SymbolKind::PatternVariable) || kind == SymbolKind::Destructor;
}

} // namespace

struct Index::Data {
    explicit Data(const Material& material) : files(material.files), places(files), program(material.program) {
        uses = uses_of(material.references, places);
        add_symbols(material);
        add_facts(material);
        find_occurrences();
        places.forget_others();
    }

    void add_symbols(const Material& material) {
        std::vector<Outline> made;
        std::vector<const Outline*> outlines;
        made.reserve(files.size());
        std::set<std::string> constructors;
        for (const SourceFile* file : files) {
            const auto given =
                std::find_if(material.outlines.begin(), material.outlines.end(),
                             [&](const Outline* outline) { return outline->file->path() == file->path(); });
            outlines.push_back(given != material.outlines.end() ? *given : &made.emplace_back(outline(*file)));
            for (const Symbol& symbol : outlines.back()->symbols) {
                if (symbol.kind == SymbolKind::DatatypeConstructor) {
                    constructors.insert(symbol.name);
                }
            }
        }
        for (const Outline* outline : outlines) {
            add(*outline, constructors);
        }
    }

    void add(const Outline& outline, const std::set<std::string>& constructors) {
        std::vector<SymbolId> ids; // of the file's symbols
        for (const Symbol& found : outline.symbols) {
            const Place place = places(found.name_range);
            // In a pattern the name of a constructor, or of a constant, looks like that of a new variable.
            const bool names_other =
                found.kind == SymbolKind::PatternVariable && (is_use(place) || constructors.contains(found.name));
            ids.push_back(names_other ? kNoSymbol : symbols.size());
            if (names_other) {
                continue;
            }
            Symbol symbol = found;
            symbol.name_range = places.here(found.name_range);
            symbol.range = places.here(found.range);
            symbol.container = found.container == kNoSymbol ? kNoSymbol : ids[found.container];
            for (SourceRange* range : {&symbol.signature, &symbol.comment}) {
                *range = range->has_file() ? places.here(*range) : *range;
            }
            for (ContractClause& clause : symbol.contract) {
                clause.range = places.here(clause.range);
            }
            if (is_variable(symbol.kind) && symbol.signature.has_file()) {
                symbol.type = support::one_line(symbol.signature);
            }
            declared.emplace(place, symbols.size());
            symbols.push_back(std::move(symbol));
        }
    }

    bool is_use(Place place) const {
        const auto found = std::lower_bound(uses.begin(), uses.end(), place,
                                            [](const Use& use, Place sought) { return use.place < sought; });
        return found != uses.end() && found->place == place;
    }

    SymbolId symbol_at(Place place) const {
        const auto found = declared.find(place);
        return found == declared.end() ? kNoSymbol : found->second;
    }

    void add_facts(const Material& material) {
        families.resize(symbols.size());
        std::iota(families.begin(), families.end(), 0);
        for (const resolve::References* references : material.references) {
            for (const resolve::KnownType& known : references->types()) {
                const SymbolId id = symbol_at(places(known.variable));
                if (id != kNoSymbol && !symbols[id].signature.has_file()) {
                    symbols[id].type = known.type;
                }
            }
        }
        if (program != nullptr) {
            const Facts facts = facts_of(*program);
            for (const Fact& fact : facts.facts) {
                learn(fact);
            }
            for (const auto& [below, above] : facts.overrides) {
                unite(symbol_at(places(below)), symbol_at(places(above)));
            }
        }
        std::map<std::pair<SymbolId, std::string>, SymbolId> destructors; // by datatype
        for (SymbolId id = 0; id < symbols.size(); ++id) {
            if (symbols[id].kind == SymbolKind::Destructor) {
                const SymbolId datatype = symbols[symbols[id].container].container;
                unite(id, destructors.emplace(std::pair(datatype, symbols[id].name), id).first->second);
            }
        }
    }

    void learn(const Fact& fact) {
        const SymbolId id = symbol_at(places(fact.name));
        if (id == kNoSymbol) {
            return;
        }
        Symbol& symbol = symbols[id];
        symbol.ghost = fact.ghost;
        if (!fact.type.empty() && !(is_variable(symbol.kind) && symbol.signature.has_file())) {
            symbol.type = fact.type;
        }
    }

    SymbolId head(SymbolId id) const {
        while (families[id] != id) {
            id = families[id];
        }
        return id;
    }
    void unite(SymbolId a, SymbolId b) {
        if (a != kNoSymbol && b != kNoSymbol) {
            families[std::max(head(a), head(b))] = std::min(head(a), head(b));
        }
    }

    void find_occurrences() {
        std::vector<Occurrence> found;
        for (SymbolId id = 0; id < symbols.size(); ++id) {
            found.push_back({symbols[id].name_range, id, true});
        }
        for (const Use& use : uses) {
            const SymbolId id = use.declaration == kNowhere ? kNoSymbol : symbol_at(use.declaration);
            if (use.declaration == kNowhere || id != kNoSymbol) {
                found.push_back({use.range, id, false});
            }
        }
        std::vector<std::pair<Place, std::size_t>> order;
        order.reserve(found.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            order.emplace_back(places(found[i].range), i);
        }
        std::sort(order.begin(), order.end());
        starts.assign(files.size() + 1, found.size());
        for (std::size_t i = order.size(); i-- > 0;) {
            starts[order[i].first >> 32U] = i;
        }
        for (std::size_t file = files.size(); file-- > 0;) {
            starts[file] = std::min(starts[file], starts[file + 1]); // of files without names
        }
        for (const auto& [place, i] : order) {
            occurrences.push_back(found[i]);
        }
    }

    std::vector<const SourceFile*> files;
    Places places;
    const typed::Program* program;
    std::vector<Use> uses;
    std::vector<Symbol> symbols;
    std::unordered_map<Place, SymbolId> declared;
    std::vector<SymbolId> families; // towards the first of each
    std::vector<Occurrence> occurrences;
    std::vector<std::size_t> starts; // by file, and the end
};

Index::Index(const Material& material) : data_(std::make_unique<Data>(material)) {}
Index::~Index() = default;
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;

const std::vector<Symbol>& Index::symbols() const {
    return data_->symbols;
}

const std::vector<const SourceFile*>& Index::files() const {
    return data_->files;
}

const Occurrence* Index::at(const SourceFile& file, std::uint32_t offset) const {
    const std::size_t number = data_->places.number(&file);
    if (number == kNoSymbol) {
        return nullptr;
    }
    const auto begin = data_->occurrences.begin() + static_cast<std::ptrdiff_t>(data_->starts[number]);
    const auto end = data_->occurrences.begin() + static_cast<std::ptrdiff_t>(data_->starts[number + 1]);
    const auto after = std::upper_bound(begin, end, offset, [](std::uint32_t sought, const Occurrence& occurrence) {
        return sought < occurrence.range.begin;
    });
    return after != begin && offset <= std::prev(after)->range.end ? &*std::prev(after) : nullptr;
}

std::vector<Occurrence> Index::names_in(const SourceFile& file) const {
    const std::size_t number = data_->places.number(&file);
    if (number == kNoSymbol) {
        return {};
    }
    return {data_->occurrences.begin() + static_cast<std::ptrdiff_t>(data_->starts[number]),
            data_->occurrences.begin() + static_cast<std::ptrdiff_t>(data_->starts[number + 1])};
}

std::vector<Occurrence> Index::occurrences(SymbolId id) const {
    std::vector<Occurrence> result;
    const SymbolId head = data_->head(id);
    for (const Occurrence& occurrence : data_->occurrences) {
        if (occurrence.symbol != kNoSymbol && data_->head(occurrence.symbol) == head) {
            result.push_back(occurrence);
        }
    }
    return result;
}

std::vector<SymbolId> Index::family(SymbolId id) const {
    std::vector<SymbolId> result;
    for (SymbolId each = 0; each < data_->symbols.size(); ++each) {
        if (data_->head(each) == data_->head(id)) {
            result.push_back(each);
        }
    }
    return result;
}

std::optional<TypedPlace> Index::expression_at(const SourceFile& file, std::uint32_t offset) const {
    const auto found = data_->program == nullptr ? std::nullopt : find_expression(*data_->program, file.path(), offset);
    if (!found) {
        return std::nullopt;
    }
    return TypedPlace{data_->places.here(found->expr->range), typed::to_string(found->expr->type), found->ghost};
}

} // namespace daphnia::index
