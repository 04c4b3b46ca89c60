// An open file descriptor that closes itself.
#pragma once

namespace daphnia::support {

// Closed at the end of its life.
class Descriptor {
  public:
    Descriptor() = default;
    explicit Descriptor(int number) : number_(number) {} // -1: none
    Descriptor(Descriptor&& other) noexcept;
    Descriptor& operator=(Descriptor&& other) noexcept;
    ~Descriptor();

    int number() const { return number_; }
    bool is_open() const { return number_ >= 0; }
    void close();

  private:
    int number_ = -1;
};

} // namespace daphnia::support
