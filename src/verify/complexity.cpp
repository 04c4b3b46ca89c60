#include "verify/complexity.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace daphnia::verify {

std::size_t Complexity::proofs() const {
    return static_cast<std::size_t>(std::count_if(
        samples.begin(), samples.end(), [](const Sample& sample) { return sample.verdict == Verdict::Proved; }));
}

bool Complexity::flips() const {
    return proofs() > 0 && proofs() < samples.size();
}

double Complexity::mean() const {
    double sum = 0;
    for (const Sample& sample : samples) {
        sum += static_cast<double>(sample.resources);
    }
    return samples.empty() ? 0 : sum / static_cast<double>(samples.size());
}

double Complexity::deviation() const {
    if (samples.size() < 2) {
        return 0;
    }
    const double middle = mean();
    double sum = 0;
    for (const Sample& sample : samples) {
        const double difference = static_cast<double>(sample.resources) - middle;
        sum += difference * difference;
    }
    return std::sqrt(sum / static_cast<double>(samples.size() - 1));
}

double Complexity::variation() const {
    return mean() > 0 ? deviation() / mean() : 0;
}

std::uint64_t Complexity::most() const {
    std::uint64_t result = 0;
    for (const Sample& sample : samples) {
        result = std::max(result, sample.resources);
    }
    return result;
}

std::optional<double> Complexity::growth() const {
    if (!baseline) {
        return std::nullopt;
    }
    if (*baseline == 0) {
        return mean() > 0 ? std::numeric_limits<double>::infinity() : 1;
    }
    return mean() / static_cast<double>(*baseline);
}

bool Tolerance::exceeded_by(const Complexity& complexity) const {
    return (variation && complexity.variation() > *variation) || complexity.growth().value_or(0) > growth;
}

std::size_t flips(const Measurement& measurement) {
    std::size_t result = 0;
    for (const std::vector<Complexity>& file : measurement.files) {
        result += static_cast<std::size_t>(
            std::count_if(file.begin(), file.end(), [](const Complexity& each) { return each.flips(); }));
    }
    return result;
}

int exit_code(const Measurement& measurement, const Tolerance& tolerance) {
    constexpr int kNotProved = 4;
    if (!measurement.complete) {
        return exit_code(measurement.run);
    }
    const auto fails = [&](const Complexity& each) { return each.proofs() == 0 || tolerance.exceeded_by(each); };
    const bool any = std::any_of(measurement.files.begin(), measurement.files.end(),
                                 [&](const auto& file) { return std::any_of(file.begin(), file.end(), fails); });
    const bool assumes = measurement.run.strictness.fail_on_assumptions && totals(measurement.run).assumptions > 0;
    return any || assumes || flips(measurement) > tolerance.flips ? kNotProved : 0;
}

} // namespace daphnia::verify
