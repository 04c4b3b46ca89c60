#include "report/complexity.h"

#include "report/terminal.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <ostream>

namespace daphnia::report {

namespace {

using Json = nlohmann::ordered_json;
using verify::Complexity;

std::vector<const Complexity*> all(const verify::Measurement& measurement) {
    std::vector<const Complexity*> result;
    for (const std::vector<Complexity>& file : measurement.files) {
        for (const Complexity& each : file) {
            result.push_back(&each);
        }
    }
    return result;
}

std::string counted(std::size_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

class Writer {
  public:
    Writer(const verify::Measurement& measurement, const verify::Tolerance& tolerance, const ComplexityText& options,
           std::ostream& out)
        : measurement_(measurement), tolerance_(tolerance), worst_(options.worst), terminal_(options.colour, out),
          out_(out) {}

    void run() {
        std::vector<const Complexity*> declarations = all(measurement_);
        for (const Complexity* each : declarations) {
            complaint(*each);
        }
        std::uint64_t sum = 0;
        for (const Complexity* each : declarations) {
            for (const verify::Sample& sample : each->samples) {
                sum += sample.resources;
            }
        }
        out_ << fmt::format("The total consumed resources are {}\n", sum);
        std::stable_sort(declarations.begin(), declarations.end(),
                         [](const Complexity* a, const Complexity* b) { return a->most() > b->most(); });
        declarations.resize(std::min(declarations.size(), worst_));
        out_ << fmt::format("The most demanding {} consumed these resources:\n",
                            counted(declarations.size(), "declaration"));
        for (const Complexity* each : declarations) {
            terminal_.place(each->name_range);
            out_ << fmt::format("{} '{}': mean {:.0f}, deviation {:.0f}, variation {:.3f}, max {}\n", each->kind,
                                each->name, each->mean(), each->deviation(), each->variation(), each->most());
        }
        out_ << fmt::format("\nDaphnia program verifier finished with {} and {}: {}\n",
                            counted(all(measurement_).size(), "declaration"),
                            counted(measurement_.seeds.size(), "mutation"),
                            counted(verify::flips(measurement_), "flip"));
    }

  private:
    void complaint(const Complexity& each) {
        if (each.proofs() < each.samples.size()) {
            std::string seeds;
            for (std::size_t i = 0; i < each.samples.size(); ++i) {
                if (each.samples[i].verdict != verify::Verdict::Proved) {
                    seeds += fmt::format("{}{}", seeds.empty() ? "" : ", ", measurement_.seeds[i]);
                }
            }
            say(each, each.flips() ? fmt::format("is proved with {} of {}, and not with the seeds {}", each.proofs(),
                                                 counted(each.samples.size(), "mutation"), seeds)
                                   : std::string("is proved with no mutation"));
        }
        if (tolerance_.variation && each.variation() > *tolerance_.variation) {
            say(each, fmt::format("the variation of its cost, {:.3f}, is more than {}", each.variation(),
                                  *tolerance_.variation));
        }
        if (each.growth().value_or(0) > tolerance_.growth) {
            say(each, fmt::format("its cost has grown from {} to {:.0f}, by more than the factor {}", *each.baseline,
                                  each.mean(), tolerance_.growth));
        }
    }

    void say(const Complexity& about, const std::string& what) {
        terminal_.place(about.name_range);
        out_ << terminal_.paint(Style::Error, "error:") << ' '
             << terminal_.paint(Style::Bold, fmt::format("{} '{}': {}", about.kind, about.name, what)) << '\n';
    }

    const verify::Measurement& measurement_;
    const verify::Tolerance& tolerance_;
    std::size_t worst_;
    Terminal terminal_;
    std::ostream& out_;
};

Json place(support::LineColumn at) {
    return {{"line", at.line}, {"column", at.column}};
}

Json declaration(const Complexity& complexity, const std::string& path) {
    Json range = {{"start", place(complexity.name_range.begin_place())},
                  {"end", place(complexity.name_range.end_place())}};
    if (complexity.name_range.file->path() != path) {
        range["file"] = complexity.name_range.file->path();
    }
    Json result = {{"name", complexity.name},
                   {"kind", complexity.kind},
                   {"range", std::move(range)},
                   {"proofs", complexity.proofs()},
                   {"flips", complexity.flips()},
                   {"resources", static_cast<std::uint64_t>(std::llround(complexity.mean()))},
                   {"deviation", complexity.deviation()},
                   {"variation", complexity.variation()},
                   {"max", complexity.most()},
                   {"samples", Json::array()}};
    for (const verify::Sample& sample : complexity.samples) {
        result["samples"].push_back({{"verdict", verify::to_string(sample.verdict)}, {"resources", sample.resources}});
    }
    if (complexity.baseline) {
        result["baseline"] = *complexity.baseline;
    }
    return result;
}

} // namespace

void write_complexity(const verify::Measurement& measurement, const verify::Tolerance& tolerance,
                      const ComplexityText& options, std::ostream& out) {
    Writer(measurement, tolerance, options, out).run();
}

void write_complexity_json(const verify::Measurement& measurement, const verify::Tolerance& tolerance,
                           const ToolInfo& tool, std::ostream& out) {
    Json document = {{"tool", {{"name", "daphnia"}, {"version", tool.version}, {"solver", tool.solver}}},
                     {"seeds", measurement.seeds},
                     {"files", Json::array()}};
    double variation = 0;
    std::size_t exceeding = 0;
    for (std::size_t file = 0; file < measurement.files.size(); ++file) {
        const std::string& path = measurement.run.files[file].path;
        Json declarations = Json::array();
        for (const Complexity& each : measurement.files[file]) {
            declarations.push_back(declaration(each, path));
            variation = std::max(variation, each.variation());
            exceeding += tolerance.exceeded_by(each) ? 1 : 0;
        }
        document["files"].push_back({{"path", path}, {"declarations", std::move(declarations)}});
    }
    document["summary"] = {{"declarations", all(measurement).size()},
                           {"flips", verify::flips(measurement)},
                           {"exceeding", exceeding},
                           {"max_variation", variation}};
    document["exit_code"] = verify::exit_code(measurement, tolerance);
    out << document.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

} // namespace daphnia::report
