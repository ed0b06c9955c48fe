"""kill -9 at the boundary of every task and at random times."""
import random
import shutil
import signal
from concurrent.futures import ThreadPoolExecutor

from chaos.program import killing_at
from chaos.shop import expect
from chaos.stage import boundaries, workers

SEED = 4
# A run may end before the signal at its last line reaches it: then it is killed in another try.
ATTEMPTS = 20
RANDOM_KILLS = {"embedded": 60, "local": 60}
BOUNDED_BOUNDARIES, BOUNDED_RANDOM = 4, 3


def boundary_kills(stage, profile):
    """Each moment that a line of the run's progress tells of."""
    moments = stage.boundaries[profile]
    if stage.is_bounded:
        moments = random.Random(SEED).sample(moments, BOUNDED_BOUNDARIES)
    return killed_loads(stage, profile, [dict(at_line=killing_at(moment), name=moment) for moment in moments])


def random_kills(stage, profile):
    """Any moment of an undisturbed run's time, from the program's start on."""
    chance = random.Random(f"{SEED} {profile}")
    count = BOUNDED_RANDOM if stage.is_bounded else RANDOM_KILLS[profile]
    times = [chance.uniform(0, stage.duration[profile]) for _ in range(count)]
    return killed_loads(stage, profile, [dict(after=(time, signal.SIGKILL), name=f"{time:.3f} s") for time in times])


def killed_loads(stage, profile, moments):
    """Some shops side by side, each killed again and again."""
    shares = [moments[start::workers()] for start in range(min(workers(), len(moments)))]
    with ThreadPoolExecutor(len(shares)) as pool:
        list(pool.map(lambda share: kill_in_turn(stage, profile, share), shares))
    return f"{len(moments)} runs killed, all went on"


def kill_in_turn(stage, profile, moments):
    shop = stage.shop(profile)
    for number, moment in enumerate(moments):
        kill_and_recover(stage, shop, number, **moment)


def kill_and_recover(stage, shop, number, name, **watching):
    """Every other time by resuming, else by a new run."""
    expected = stage.expected[shop.profile]
    for _ in range(ATTEMPTS):
        shop.forget()
        killed = shop.load(ends=None, **watching)
        if killed.code != 0:
            break
        # It was quicker: than the signal, or than the undisturbed run that the time was drawn for.
        if "after" in watching:
            watching["after"] = (watching["after"][0] / 2, signal.SIGKILL)
    expect(killed.code == -9, f"killed at {name}: {killed}")
    shop.expect_part(expected, f"killed at {name}")
    resumed = number % 2 == 0 and shop.load("--resume", "last", ends=None)
    # Death may come before the run is written down: then there is nothing to go on with.
    if resumed and not (resumed.code == 2 and "has not run" in resumed.report):
        expect(resumed.code == 0, f"resumed after a kill at {name}: {resumed}")
        shop.expect_loaded_once(f"resumed after a kill at {name}")
    else:
        shop.load()
    shop.expect_equal(expected, f"after a kill at {name}")


def generator_kills(stage):
    """CSV files of a killed generator are whole or not there, and resuming gives the same bytes."""
    shop = stage.shop(is_empty=True)
    whole = csv_files(stage.files)
    moments = boundaries(shop.generate())
    if stage.is_bounded:
        moments = moments[-1:]
    for moment in moments:
        for _ in range(ATTEMPTS):
            shop.forget()
            shutil.rmtree(shop.folder / "include", ignore_errors=True)
            killed = shop.generate(ends=None, at_line=killing_at(moment))
            if killed.code != 0:
                break
        expect(killed.code == -9, f"killed at {moment}: {killed}")
        for name, content in csv_files(shop).items():
            # What was being written has a hidden name, that no pattern finds; the next run writes it anew.
            if name.startswith(".") and name.endswith(".partial"):
                continue
            expect(whole.get(name) == content, f"{name} after a kill at {moment}")
        shop.generate("--resume", "last")
        expect(csv_files(shop) == whole, f"the files after a kill at {moment}")
    return f"{len(moments)} runs killed, all went on"


def csv_files(shop):
    return {path.name: path.read_bytes() for path in shop.folder.glob("include/*/*")}
