"""A signature with one's own SSH key, made by ssh-keygen: good for one text, one use and one person."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from ijtui.domain.conversation import Conversation
from ijtui.domain.signature import Method, PlanState
from ijtui.errors import BadInput, RuleBroken
from ijtui.services.ssh_signature import taken_apart
from tests.builders import Room, a_goal

pytestmark = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="there is no ssh-keygen")

KINDS = {
    "ed25519": ["-t", "ed25519"],
    "ecdsa": ["-t", "ecdsa", "-b", "384"],
    "rsa": ["-t", "rsa", "-b", "2048"],
}


class Key:
    """A key of somebody's own, on their own machine."""

    def __init__(self, folder: Path, kind: str = "ed25519", name: str = "key") -> None:
        self._file = folder / f"{kind}-{name}"
        subprocess.run(["ssh-keygen", "-q", *KINDS[kind], "-N", "", "-f", self._file], check=True, timeout=60)

    @property
    def fingerprint(self) -> str:
        told = subprocess.run(
            ["ssh-keygen", "-l", "-f", self._file], capture_output=True, text=True, check=True, timeout=60
        )
        return told.stdout.split()[1]

    def sign(self, message: bytes, namespace: str = "plan@ijtui", how: str = "sha512") -> str:
        made = subprocess.run(
            ["ssh-keygen", "-Y", "sign", "-f", self._file, "-n", namespace, "-O", f"hashalg={how}"],
            input=message,
            capture_output=True,
            check=True,
            timeout=60,
        )
        return made.stdout.decode()


@pytest.fixture
def key(tmp_path: Path) -> Key:
    return Key(tmp_path)


@pytest.fixture
def talk(room: Room) -> Conversation:
    begun = room.desk.conversations.begin(room.me, room.conversation)
    room.desk.goals.add(room.me, begun, a_goal("Åtta ämnen"))
    return begun


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("how", ["sha512", "sha256"])
def test_a_signature_of_every_usual_key_is_good_for_its_text_alone(
    tmp_path: Path, kind: str, how: str
) -> None:
    key = Key(tmp_path, kind)
    made = taken_apart(key.sign(b"the plan", how=how))
    assert made.fingerprint == key.fingerprint
    assert made.is_of(b"the plan")
    assert not made.is_of(b"the plan.")


def test_a_plan_is_signed_with_ones_own_key(room: Room, talk: Conversation, key: Key) -> None:
    signing = room.desk.signing
    proof = key.sign(signing.plan_json(room.me, talk))
    version = signing.sign_with_key(room.me, talk, proof, {key.fingerprint})
    [answer] = version.answers
    assert (answer.method, answer.fingerprint, answer.person) == (Method.KEY, key.fingerprint, room.me.id)
    assert answer.proof == proof.strip()
    found = signing.standing(room.me, talk)
    assert found is not None
    assert found.state is PlanState.WAITS_FOR_OTHER


def test_what_is_kept_can_be_checked_by_ssh_keygen(
    room: Room, talk: Conversation, key: Key, tmp_path: Path
) -> None:
    signing = room.desk.signing
    body = signing.plan_json(room.me, talk)
    [answer] = signing.sign_with_key(room.me, talk, key.sign(body), {key.fingerprint}).answers
    public = (tmp_path / "ed25519-key.pub").read_text().split()
    (tmp_path / "allowed").write_text(f'maria namespaces="plan@ijtui" {public[0]} {public[1]}\n')
    (tmp_path / "plan.sig").write_text(answer.proof + "\n")
    words = ["-f", f"{tmp_path}/allowed", "-I", "maria", "-n", "plan@ijtui", "-s", f"{tmp_path}/plan.sig"]
    told = subprocess.run(
        ["ssh-keygen", "-Y", "verify", *words], input=body, capture_output=True, check=False, timeout=60
    )
    assert told.returncode == 0, told.stderr


def test_a_key_may_follow_the_signature_in_the_app_once(room: Room, talk: Conversation, key: Key) -> None:
    signing = room.desk.signing
    hash_ = signing.freeze(room.me, talk).plan.hash
    signing.sign(room.me, talk, hash_, "Inte före maj", initials="MM")
    proof = key.sign(signing.plan_json(room.me, talk))
    version = signing.sign_with_key(room.me, talk, proof, {key.fingerprint})
    assert version.reservation_of(room.me.id) == "Inte före maj"
    with pytest.raises(RuleBroken, match="never taken back"):
        signing.sign_with_key(room.me, talk, proof, {key.fingerprint})


NONE, OTHER_TEXT = "no signature", "not a signature of this version"

Spoiled = Callable[[Key, bytes], str]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (
            lambda key, body: key.sign(body.replace(b"\xc3\x85", b"\xc3\x84")),
            OTHER_TEXT,
        ),
        (lambda key, body: key.sign(body + b"\n"), OTHER_TEXT),
        (lambda key, body: key.sign(body, "file"), "something else"),
        (lambda key, body: key.sign(body)[:-60], NONE),
        (lambda key, body: "", NONE),
        (lambda key, body: body.decode(), NONE),
        (lambda key, body: "-----BEGIN SSH SIGNATURE-----\nåäö\n-----END SSH SIGNATURE-----", NONE),
        (
            lambda key, body: "-----BEGIN SSH SIGNATURE-----\nU1NI\n-----END SSH SIGNATURE-----",
            NONE,
        ),
        (lambda key, body: "A" * 1_000_000, NONE),
    ],
)
def test_anything_else_is_refused_and_nothing_is_stored(
    room: Room, talk: Conversation, key: Key, spoil: Spoiled, said: str
) -> None:
    signing = room.desk.signing
    body = signing.plan_json(room.me, talk)
    with pytest.raises(BadInput, match=said):
        signing.sign_with_key(room.me, talk, spoil(key, body), {key.fingerprint})
    assert signing.versions(room.me, talk) == ()


def test_somebody_elses_key_is_refused(room: Room, talk: Conversation, key: Key, tmp_path: Path) -> None:
    signing, other = room.desk.signing, Key(tmp_path, name="other")
    body = signing.plan_json(room.me, talk)
    with pytest.raises(BadInput, match="isn't yours"):
        signing.sign_with_key(room.me, talk, other.sign(body), {key.fingerprint})


def test_a_signature_whose_key_was_exchanged_is_refused(
    room: Room, talk: Conversation, key: Key, tmp_path: Path
) -> None:
    """Whoever writes another's public key into a signature has not made it with that key."""
    import base64

    signing, other = room.desk.signing, Key(tmp_path, name="other")
    body = signing.plan_json(room.me, talk)
    raw = base64.b64decode("".join(other.sign(body).splitlines()[1:-1]))
    forged = raw.replace(taken_apart(other.sign(b"")).key, taken_apart(key.sign(b"")).key)
    lines = base64.b64encode(forged).decode()
    text = f"-----BEGIN SSH SIGNATURE-----\n{lines}\n-----END SSH SIGNATURE-----\n"
    assert taken_apart(text).fingerprint == key.fingerprint
    with pytest.raises(BadInput, match=OTHER_TEXT):
        signing.sign_with_key(room.me, talk, text, {key.fingerprint})


def test_an_older_version_can_no_longer_be_signed(room: Room, talk: Conversation, key: Key) -> None:
    signing = room.desk.signing
    proof = key.sign(signing.plan_json(room.me, talk))
    room.desk.goals.add(room.me, talk, a_goal("Ett till"))
    signing.plan_json(room.me, talk)
    with pytest.raises(BadInput, match=OTHER_TEXT):
        signing.sign_with_key(room.me, talk, proof, {key.fingerprint})
