#include "cache/entry.h"

#include "support/digest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace daphnia::cache {

namespace {

using Status = solver::Answer::Status;

constexpr std::string_view kHead = "daphnia-cache 1\n";
constexpr std::string_view kRecordHead = "daphnia-record 1\n";
constexpr std::array<std::pair<Status, std::string_view>, 5> kWords{{{Status::Proved, "proved"},
                                                                     {Status::Disproved, "disproved"},
                                                                     {Status::CounterModel, "counter-model"},
                                                                     {Status::Unknown, "unknown"},
                                                                     {Status::OutOfBudget, "out-of-budget"}}};

std::string_view word(Status status) {
    const auto* const found =
        std::find_if(kWords.begin(), kWords.end(), [&](const auto& each) { return each.first == status; });
    return found == kWords.end() ? std::string_view() : found->second;
}

// The last line. With a secret it begins with another word, so that neither kind passes for the other.
std::string seal(std::string_view text, std::string_view secret) {
    return secret.empty() ? fmt::format("sum {}\n", support::sha256_hex(text))
                          : fmt::format("mac {}\n", support::hmac_sha256_hex(secret, text));
}

// What stands in front of the seal, if that is the right one.
std::optional<std::string_view> unsealed(std::string_view text, std::string_view secret) {
    const std::size_t length_of_seal = seal("", "").size();
    if (text.size() < length_of_seal || text.size() > kLargestEntry) {
        return std::nullopt;
    }
    const std::string_view body = text.substr(0, text.size() - length_of_seal);
    const bool right = support::equal_in_constant_time(text.substr(body.size()), seal(body, secret));
    return right ? std::optional(body) : std::nullopt;
}

std::string sealed(const Entry& entry, const std::string& key, std::string_view secret) {
    std::string text =
        fmt::format("{}key {}\nstatus {}\nresources {}\nreason {}\n{}\nvalues {}\n", kHead, key, word(entry.status),
                    entry.resources, entry.reason.size(), entry.reason, entry.model.size());
    for (const auto& [question, value] : entry.model) {
        text += fmt::format("{} {} {}\n{}\n", question.first, question.second, value.size(), value);
    }
    return text + seal(text, secret);
}

// Takes a text apart; each function says whether what was there is what was expected.
class Reader {
  public:
    explicit Reader(std::string_view text) : rest_(text) {}

    bool skip(std::string_view expected) {
        if (!rest_.starts_with(expected)) {
            return false;
        }
        rest_.remove_prefix(expected.size());
        return true;
    }
    template <typename Number>
    bool number(Number& result) {
        const auto [end, failure] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), result);
        if (failure != std::errc()) {
            return false;
        }
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return true;
    }
    bool status(Status& result) {
        return std::any_of(kWords.begin(), kWords.end(), [&](const auto& each) {
            result = each.first;
            return rest_.starts_with(std::string(each.second) + "\n") && skip(each.second);
        });
    }
    bool character(char& result) {
        if (rest_.empty()) {
            return false;
        }
        result = rest_.front();
        rest_.remove_prefix(1);
        return true;
    }
    // A length, and behind a line break so many bytes.
    bool text(std::string& result) {
        std::size_t size = 0;
        if (!number(size) || !skip("\n") || size > rest_.size()) {
            return false;
        }
        result = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return true;
    }
    bool is_at_end() const { return rest_.empty(); }

  private:
    std::string_view rest_;
};

bool read_values(Reader& in, ModelValues& values) {
    std::size_t count = 0;
    if (!in.skip("\nvalues ") || !in.number(count) || !in.skip("\n")) {
        return false;
    }
    for (; count > 0; --count) {
        Question question;
        std::string value;
        if (!in.character(question.first) || !in.skip(" ") || !in.number(question.second) || !in.skip(" ") ||
            !in.text(value) || !in.skip("\n")) {
            return false;
        }
        values.emplace(question, std::move(value));
    }
    return true;
}

} // namespace

std::string write_entry(const Entry& entry, const std::string& key, std::string_view secret) {
    std::string text = sealed(entry, key, secret);
    if (text.size() > kLargestEntry) {
        text = sealed({entry.status, entry.resources, {}, {}}, key, secret);
    }
    return text;
}

std::optional<Entry> read_entry(std::string_view text, const std::string& key, std::string_view secret) {
    const std::optional<std::string_view> body = unsealed(text, secret);
    if (!body) {
        return std::nullopt;
    }
    Reader in(*body);
    Entry entry;
    const bool whole = in.skip(kHead) && in.skip("key ") && in.skip(key) && in.skip("\nstatus ") &&
                       in.status(entry.status) && in.skip("\nresources ") && in.number(entry.resources) &&
                       in.skip("\nreason ") && in.text(entry.reason) && read_values(in, entry.model) && in.is_at_end();
    return whole ? std::optional(std::move(entry)) : std::nullopt;
}

std::optional<std::string> write_record(std::string_view record, const std::string& key, std::string_view secret) {
    std::string text = fmt::format("{}key {}\nbytes {}\n", kRecordHead, key, record.size());
    text += record;
    text += '\n';
    text += seal(text, secret);
    return text.size() > kLargestEntry ? std::nullopt : std::optional(std::move(text));
}

std::optional<std::string> read_record(std::string_view text, const std::string& key, std::string_view secret) {
    const std::optional<std::string_view> body = unsealed(text, secret);
    if (!body) {
        return std::nullopt;
    }
    Reader in(*body);
    std::string record;
    const bool whole = in.skip(kRecordHead) && in.skip("key ") && in.skip(key) && in.skip("\nbytes ") &&
                       in.text(record) && in.skip("\n") && in.is_at_end();
    return whole ? std::optional(std::move(record)) : std::nullopt;
}

} // namespace daphnia::cache
