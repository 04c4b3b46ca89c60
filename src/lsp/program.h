// One program that is open: what it means as it is typed, and what is known of its proofs.
#pragma once

#include "driver/session.h"
#include "lsp/document.h"
#include "lsp/proving.h"
#include "lsp/verdict.h"

#include <chrono>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace daphnia::lsp {

// Open documents by their paths.
using Documents = std::map<std::string, Document>;

// What a moment of a program is made from: whoever has one can make others, of texts that nobody has typed.
struct Recipe {
    std::string name;
    std::vector<std::string> files; // the paths of its own files
    driver::Options options;        // with the texts that are open

    std::shared_ptr<const Moment> moment(EditCounts edits) const;
};

class Program final : private ProvingObserver {
  public:
    // `name`: what the program is called; `files`: the paths of its own files.
    Program(std::string name, std::vector<std::string> files, driver::Options options);

    const std::string& name() const { return name_; }
    const std::vector<std::string>& own_files() const { return files_; }
    // Null before the first look.
    const std::shared_ptr<const Moment>& moment() const { return moment_; }
    const std::vector<Declared>& declarations() const { return declarations_; }
    // Of a program with errors: declarations that are not understood any more, with what was known of them.
    const std::vector<Declared>& lost() const { return lost_; }
    // The declaration around a place; null: there is none.
    const Declared* declared_at(const std::string& path, std::uint32_t place) const;

    // Of its texts as they are.
    Recipe recipe(const Documents& documents) const;

    // Looks at its texts as they are. Proofs that are still about the same go on, others are killed. `proofs_follow`:
    // what is not known will be asked for without anybody saying so.
    void look(const Documents& documents, bool proofs_follow);
    // What is known of a file's declarations is of no interest any more.
    void forget(const std::string& path);

    struct Place {
        std::string path;
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };
    // What is not known is to be proved, the declarations around some places first; those of one file alone, if it is
    // named.
    void prove(const std::vector<Place>& first, const std::string& only_file = {});
    // One declaration before everything else, although its verdict is known. False: there is none that can be proved.
    bool prove_at(const std::string& path, std::uint32_t place);
    // It is not proved; false: nobody was going to.
    bool cancel_at(const std::string& path, std::uint32_t place);

    // Work is done step by step, by whoever owns the loop: when a descriptor can be read, or after some time (nothing:
    // not by time alone).
    std::vector<int> file_descriptors() const;
    std::optional<std::chrono::milliseconds> patience() const;
    // Does what can be done in a short time; true when something has become known.
    bool step();
    // Trouble that changes no verdict, since this was last asked.
    std::vector<std::string> take_notes() { return std::exchange(notes_, {}); }
    // Whether there is something that will become known.
    bool is_busy() const;

  private:
    void started(std::size_t number) override;
    void ended(std::size_t number, const std::shared_ptr<const Moment>& moment, verify::Outcome outcome) override;

    void list_declarations();
    void stop();
    void carry_over(const std::vector<Declared>& before, const std::shared_ptr<const Moment>& earlier);
    void move_verdicts(const std::shared_ptr<const Moment>& earlier);
    void note_lost(const std::vector<Declared>& before);
    void take_from_queues(std::size_t number);
    void settle(std::size_t number);
    void begin(std::vector<std::size_t>& numbers);
    void remember(const Declared& declared);
    const std::string& path_of(const Declared& declared) const;
    std::optional<std::size_t> number_at(const std::string& path, std::uint32_t place) const;

    std::string name_;
    std::vector<std::string> files_;
    driver::Options options_;
    std::shared_ptr<const Moment> moment_;
    std::vector<Declared> declarations_; // of the moment's tasks, in their order
    std::vector<Declared> lost_;
    bool proofs_follow_ = false;
    // Proofs by the digests of their conditions, without places: also of earlier texts, so that what is undone is
    // known.
    std::map<std::string, verify::Outcome> proofs_;
    std::vector<std::size_t> to_settle_; // the next one last: their conditions are to be looked at
    std::size_t urgent_ = 0;             // so many of them, and what comes of them is begun before the others
    std::vector<std::size_t> to_prove_;  // looked at, not begun
    std::vector<std::unique_ptr<Proving>> proving_;
    std::vector<std::string> notes_;
    bool changed_ = false;
};

} // namespace daphnia::lsp
