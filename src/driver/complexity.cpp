#include "driver/complexity.h"

#include <map>
#include <tuple>
#include <utility>

namespace daphnia::driver {

namespace {

constexpr int kNotProved = 4;

Input copy(const Input& input) {
    Input result;
    result.path = input.path;
    if (input.source != nullptr) {
        result.source =
            std::make_unique<const support::SourceFile>(input.source->path(), std::string(input.source->text()));
    }
    result.error = input.error;
    result.identity = input.identity;
    for (const Input& other : input.others) {
        result.others.push_back(copy(other));
    }
    return result;
}

std::vector<Input> copies(const std::vector<Input>& inputs) {
    std::vector<Input> result;
    for (const Input& input : inputs) {
        result.push_back(copy(input));
    }
    return result;
}

// Small enough for an option, and never 0, which means no mutation (Steele, Lea and Flood: Fast splittable pseudorandom
// number generators, 2014).
std::uint32_t next_seed(std::uint32_t seed) {
    std::uint64_t mixed = seed + 0x9e3779b97f4a7c15;
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111eb;
    constexpr std::uint64_t kMost = 1'000'000'000;
    return static_cast<std::uint32_t>((mixed ^ (mixed >> 31U)) % kMost) + 1;
}

// Places are where they are in every run.
using Key = std::tuple<std::size_t, std::string, std::uint32_t, std::string>;

Key key_of(std::size_t file, const verify::Outcome& outcome) {
    return {file, outcome.name_range.file->path(), outcome.name_range.begin, outcome.name};
}

// Adds up what the runs say.
class Samples {
  public:
    explicit Samples(const ComplexityOptions& options) : options_(options) {}

    void begin(const verify::Run& run) {
        files_.resize(run.files.size());
        for (std::size_t file = 0; file < run.files.size(); ++file) {
            for (const verify::Outcome& each : run.files[file].declarations) {
                places_[key_of(file, each)] = {file, files_[file].size()};
                files_[file].push_back({each.name, each.kind, each.name_range, {}, baseline(each)});
            }
        }
    }

    void add(const verify::Run& run) {
        for (std::size_t file = 0; file < run.files.size(); ++file) {
            for (const verify::Outcome& each : run.files[file].declarations) {
                const auto [in, at] = places_.at(key_of(file, each));
                files_[in][at].samples.push_back({each.verdict(), each.resources});
            }
        }
    }

    std::vector<std::vector<verify::Complexity>> all() && { return std::move(files_); }

  private:
    std::optional<std::uint64_t> baseline(const verify::Outcome& outcome) const {
        return options_.baseline ? options_.baseline->find(outcome.name_range.file->path(), outcome.name)
                                 : std::nullopt;
    }

    const ComplexityOptions& options_;
    std::vector<std::vector<verify::Complexity>> files_;
    std::map<Key, std::pair<std::size_t, std::size_t>> places_;
};

} // namespace

verify::Measurement measure(const std::vector<Input>& inputs, const Options& options,
                            const ComplexityOptions& complexity, const MutationStarts& starts) {
    verify::Measurement result;
    Samples samples(complexity);
    Options mutated = options;
    mutated.verify.task.refute.steps = 0;
    for (std::uint32_t mutation = 0; mutation < complexity.mutations; ++mutation) {
        starts(mutation, mutated.verify.prover.seed);
        verify::Run run = Session(mutated).check(copies(inputs), Goal::Verify);
        const int code = verify::exit_code(run);
        if (code != 0 && code != kNotProved) {
            result.run = std::move(run);
            return result;
        }
        result.seeds.push_back(mutated.verify.prover.seed);
        if (mutation == 0) {
            samples.begin(run);
        }
        samples.add(run);
        if (mutation == 0) {
            result.run = std::move(run); // the files stay where they are
        }
        mutated.verify.prover.seed = next_seed(mutated.verify.prover.seed);
        mutated.verify.prover.renaming = mutated.verify.prover.seed;
    }
    result.complete = true;
    result.files = std::move(samples).all();
    return result;
}

} // namespace daphnia::driver
