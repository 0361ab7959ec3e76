"""A mail server small enough to be stopped and started in a test."""

import socketserver
import threading


class _Conversation(socketserver.StreamRequestHandler):
    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def handle(self):
        self.say("220 test")
        for raw in self.rfile:
            line = raw.decode().strip()
            verb = line[:4].upper()
            if verb == "DATA":
                self.say("354 go on")
                letter = self.letter()
                if b"unwanted words" in letter:
                    self.say("554 not these words")
                    continue
                self.server.letters.append(letter)
                self.say("250 taken")
            elif verb == "RCPT" and "nobody@" in line:
                self.say("550 no such mailbox")
            elif verb == "RCPT" and "later@" in line:
                self.say("450 try again later")
            elif verb == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 fine")

    def letter(self):
        lines = []
        for raw in self.rfile:
            if raw == b".\r\n":
                break
            lines.append(raw)
        return b"".join(lines)


class MailServer(socketserver.ThreadingTCPServer):
    """Takes letters on a port of its own; refuses nobody@… and unwanted words, puts off later@…"""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, port=0):
        super().__init__(("127.0.0.1", port), _Conversation)
        self.letters = []

    @property
    def port(self):
        return self.server_address[1]

    def __enter__(self):
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()
        return super().__enter__()

    def __exit__(self, *args):
        self.shutdown()
        super().__exit__(*args)
