;; Emacs with eglot: opens a file, mends it, and asks what an editor asks.  Run by clients.py in a folder of its own, with
;; the program in $DAPHNIA; what it saw is printed, and the exit code is 1 if something is wrong.  -*- lexical-binding: t -*-
(package-initialize)
(require 'eglot)
(require 'flymake)
(require 'subr-x)

(defvar failures 0)
(defun check (what holds &optional seen)
  (unless holds (setq failures (1+ failures)))
  (princ (format "%s %s%s\n" (if holds "ok    " "FAILED") what (if seen (format ": %s" seen) ""))))

(defun wait-for (condition)
  "True once CONDITION holds; nil if it does not within a minute."
  (with-timeout (60 nil)
    (let (found)
      (while (not (setq found (funcall condition)))
        (accept-process-output nil 0.05))
      found)))

(defun problems ()
  (sort (mapcar (lambda (each)
                  (format "%d: %s" (line-number-at-pos (flymake-diagnostic-beg each))
                          (car (split-string (flymake-diagnostic-text each) "\n"))))
                (flymake-diagnostics))
        #'string<))

(defun reported (pattern)
  (wait-for (lambda () (seq-find (lambda (each) (string-match-p pattern each)) (problems)))))

(defun go-to (line word)
  (goto-char (point-min))
  (forward-line (1- line))
  (search-forward word (line-end-position))
  (goto-char (match-beginning 0)))

(defun replace (line old new)
  (go-to line old)
  (delete-char (length old))
  (insert new)
  (eglot--signal-textDocument/didChange))

(define-derived-mode dafny-mode prog-mode "Dafny")
(add-to-list 'auto-mode-alist '("\\.dfy\\'" . dafny-mode))
(setq eglot-sync-connect 60 eglot-confirm-server-initiated-edits nil)

(defun run ()
  (write-region (concat "method Double(x: int) returns (y: int)\n"
                        "  ensures y == 2 * x\n"
                        "{\n"
                        "  y := x + /* 𝔸 */ wrong;\n"
                        "}\n"
                        "method Caller() {\n"
                        "  var four := Double(2);\n"
                        "    assert four == 5;\n"
                        "}\n")
                nil "double.dfy" nil 'quiet)
  (find-file "double.dfy")
  (let ((server (eglot '(dafny-mode) (cons 'transient default-directory) 'eglot-lsp-server
                       (list (getenv "DAPHNIA") "server" "--cache:off") "dafny")))
    (flymake-start nil)
    (check "an unknown name is reported" (reported "^4: .*unresolved identifier") (problems))
    (let ((place (flymake-diagnostic-beg (car (flymake-diagnostics)))))
      (check "it is reported at its place" (progn (go-to 4 "wrong") (= place (point))) place))
    (replace 4 "wrong" "x")
    (check "what is not proved is reported" (reported "^8: .*assertion") (problems))

    (go-to 7 "Double")
    (let* ((hover (jsonrpc-request server :textDocument/hover (eglot--TextDocumentPositionParams)))
           (text (plist-get (plist-get hover :contents) :value)))
      (check "a hover shows the contract" (and text (string-search "ensures y == 2 * x" text)) text))
    (let* ((found (xref-backend-definitions 'eglot (xref-backend-identifier-at-point 'eglot)))
           (place (and found (xref-location-line (xref-item-location (car found))))))
      (check "the definition is found" (eql place 1) place))
    (go-to 1 "x")
    (eglot-rename "number")
    (check "a name is another everywhere"
           (string-search "y := number + /* 𝔸 */ number;" (buffer-string))
           (string-trim (progn (go-to 4 "y") (thing-at-point 'line t))))
    (eglot-format-buffer)
    (check "the text is formatted" (string-search "\n  assert four" (buffer-string)))
    (eglot--signal-textDocument/didChange)
    (replace 8 "5" "4")
    (check "nothing is reported when it is mended" (wait-for (lambda () (null (problems)))) (problems))
    (set-buffer-modified-p nil)
    (eglot-shutdown server nil 20)
    (check "the server has ended" (wait-for (lambda () (not (jsonrpc-running-p server)))))))

(condition-case problem
    (run)
  (error (check "the script ends" nil problem)))
(kill-emacs (if (= failures 0) 0 1))
