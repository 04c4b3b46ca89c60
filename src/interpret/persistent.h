// A vector whose copies are snapshots.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace daphnia::interpret {

// A copy takes constant time, and so many copies as one likes can be written independently of each other: a write
// copies only the nodes between the root and the element that other vectors see as well, which are logarithmically many
// and of bounded size. A tree rather than two levels, whose upper one would have to be copied for the first write after
// each copy; a tree rather than a log of writes, since each copy can be written and outlive the others.
template <typename T>
class PersistentVector {
    struct Node;
    using NodePtr = std::shared_ptr<Node>;

  public:
    PersistentVector() = default;
    explicit PersistentVector(std::vector<T> values) {
        if (values.empty()) {
            return;
        }
        if (values.size() <= kWidth) {
            size_ = values.size();
            root_ = std::make_shared<Node>(Node{{}, std::move(values)});
            return;
        }
        for (T& value : values) {
            push_back(std::move(value));
        }
    }

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    // What it gives is there until the vector is written or grows; below size().
    const T& operator[](std::size_t index) const {
        const std::vector<T>* const leaf = leaf_of(index);
        return leaf == nullptr ? none() : (*leaf)[index % kWidth];
    }
    // Of an element that was not dropped.
    T& writable(std::size_t index) {
        NodePtr* node = &root_;
        own(*node);
        for (unsigned level = levels_; level > 0; --level) {
            node = &(*node)->children.at(index / width(level) % kWidth);
            own(*node);
        }
        return (*node)->values.at(index % kWidth);
    }
    void push_back(T value) {
        if (size_ == width(levels_ + 1)) {
            auto root = std::make_shared<Node>();
            root->children.push_back(std::move(root_));
            root_ = std::move(root);
            ++levels_;
        }
        NodePtr* node = &root_;
        own(*node);
        for (unsigned level = levels_; level > 0; --level) {
            const std::size_t child = size_ / width(level) % kWidth;
            if ((*node)->children.size() <= child) {
                (*node)->children.resize(child + 1);
            }
            node = &(*node)->children[child];
            own(*node);
        }
        (*node)->values.resize(size_ % kWidth);
        (*node)->values.push_back(std::move(value));
        ++size_;
    }
    // From the index `first` on, elements for which `keeps` says false become what T is at the beginning. Parts of the
    // vector in which nothing is kept take no room.
    template <typename Keeps>
    void drop_unless(std::size_t first, const Keeps& keeps) {
        drop_unless(root_, levels_, 0, first, keeps);
    }

    class Iterator {
      public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using pointer = const T*;
        using reference = const T&;

        Iterator() = default;
        Iterator(const PersistentVector& vector, std::size_t index) : vector_(&vector), index_(index) { find(); }
        const T& operator*() const { return leaf_ == nullptr ? none() : (*leaf_)[index_ % kWidth]; }
        const T* operator->() const { return &**this; }
        Iterator& operator++() {
            ++index_;
            if (index_ % kWidth == 0) {
                find();
            }
            return *this;
        }
        Iterator operator++(int) {
            Iterator before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(const Iterator& left, const Iterator& right) { return left.index_ == right.index_; }

      private:
        void find() { leaf_ = index_ < vector_->size_ ? vector_->leaf_of(index_) : nullptr; }

        const PersistentVector* vector_ = nullptr;
        std::size_t index_ = 0;
        const std::vector<T>* leaf_ = nullptr;
    };
    Iterator begin() const { return {*this, 0}; }
    Iterator end() const { return {*this, size_}; }

    std::vector<T> slice(std::size_t low, std::size_t high) const {
        std::vector<T> result;
        result.reserve(high - low);
        for (Iterator it(*this, low); low < high; ++low, ++it) {
            result.push_back(*it);
        }
        return result;
    }
    // Not explicit: it is the same sequence.
    operator std::vector<T>() const { return slice(0, size_); }

    // What both share is not looked at.
    friend bool operator==(const PersistentVector& left, const PersistentVector& right) {
        return left.size_ == right.size_ && is_same(left.root_.get(), right.root_.get());
    }
    friend bool operator==(const PersistentVector& left, const std::vector<T>& right) {
        return left.size_ == right.size() && std::equal(left.begin(), left.end(), right.begin());
    }

  private:
    static constexpr unsigned kBits = 5;
    static constexpr std::size_t kWidth = std::size_t{1} << kBits;

    // One of the two: all leaves are equally deep.
    struct Node {
        std::vector<NodePtr> children; // null: nothing in it was kept
        std::vector<T> values;
    };

    // How many elements a child of a node at that level has; leaves are at level 0.
    static constexpr std::size_t width(unsigned level) { return std::size_t{1} << (kBits * level); }
    static const T& none() {
        static const T kNone{};
        return kNone;
    }
    // Nobody else sees the node.
    static void own(NodePtr& node) {
        if (node == nullptr) {
            node = std::make_shared<Node>();
        } else if (node.use_count() > 1) {
            node = std::make_shared<Node>(*node);
        }
    }

    const std::vector<T>* leaf_of(std::size_t index) const {
        const Node* node = root_.get();
        for (unsigned level = levels_; level > 0 && node != nullptr; --level) {
            node = node->children[index / width(level) % kWidth].get();
        }
        return node == nullptr ? nullptr : &node->values;
    }

    static bool is_same(const Node* left, const Node* right) {
        if (left == right) {
            return true;
        }
        return left != nullptr && right != nullptr && left->values == right->values &&
               std::equal(left->children.begin(), left->children.end(), right->children.begin(), right->children.end(),
                          [](const NodePtr& a, const NodePtr& b) { return is_same(a.get(), b.get()); });
    }

    template <typename Keeps>
    static void drop_unless(NodePtr& node, unsigned level, std::size_t begin, std::size_t first, const Keeps& keeps) {
        if (node == nullptr || begin + width(level + 1) <= first) {
            return;
        }
        own(node);
        bool is_empty = true;
        for (std::size_t i = 0; i < node->values.size(); ++i) {
            if (begin + i < first || keeps(begin + i)) {
                is_empty = false;
            } else {
                node->values[i] = T{};
            }
        }
        for (std::size_t i = 0; i < node->children.size(); ++i) {
            drop_unless(node->children[i], level - 1, begin + i * width(level), first, keeps);
            is_empty = is_empty && node->children[i] == nullptr;
        }
        if (is_empty) {
            node = nullptr;
        }
    }

    NodePtr root_;
    std::size_t size_ = 0;
    unsigned levels_ = 0; // of inner nodes
};

} // namespace daphnia::interpret
