"""Times the yardstick funnel of simulate10k.ts in NumPy: one thread, vectorised, no engine of ours in it.

Prints one JSON line: medians in ms of 7 runs after a warm-up, and the mean won value of the last month.
"""
import json
import time

import numpy as np

MONTHS, PATHS = 24, 10_000
MONTH_DAYS = 365.25 / 12
KINDS = [  # leads in month 1, monthly growth, conversions, cases each rests on, mean days per stage, log-normal mu and sigma
    dict(leads=40, growth=0.01, conversion=[0.6, 0.6, 0.6, 0.4], cases=40, days=[10, 15, 20, 15], mu=9.0, sigma=0.8),
    dict(leads=300, growth=0.03, conversion=[0.3, 0.4, 0.5, 0.25], cases=80, days=[10, 20, 30, 20], mu=9.0, sigma=0.9),
    dict(leads=150, growth=0.02, conversion=[0.2, 0.5, 0.5, 0.2], cases=50, days=[20, 30, 40, 40], mu=10.0, sigma=1.0),
]
QUANTILES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]


def month_of_win(days):
    """Chance that a won lead closes 0, 1, 2 … months after its own month; arrival spread evenly over the month."""
    step = 0.5
    count = int((MONTHS + 1) * MONTH_DAYS / step)
    density = np.zeros(count)
    density[: int(round(MONTH_DAYS / step))] = 1.0
    density /= density.sum()
    for mean in days:
        leaving = 1 - np.exp(-step / mean)
        out, inside = np.empty(count), 0.0
        for i in range(count):
            inside = inside * (1 - leaving) + density[i]
            out[i] = inside * leaving
        density = out
    month = np.minimum((np.arange(count) * step / MONTH_DAYS).astype(int), MONTHS)
    return np.bincount(month, density, MONTHS + 1)[:MONTHS]


DELAYS = [month_of_win(kind["days"]) for kind in KINDS]


def simulate(rng):
    total = np.zeros((PATHS, MONTHS))
    for kind, delay in zip(KINDS, DELAYS):
        leads = kind["leads"] * (1 + kind["growth"]) ** np.arange(MONTHS)
        expected = np.convolve(leads, delay)[:MONTHS]
        chance = np.exp(0.1 * rng.standard_normal(PATHS))
        for c in kind["conversion"]:
            chance *= rng.beta(c * kind["cases"], (1 - c) * kind["cases"], PATHS)
        wins = rng.poisson(chance[:, None] * expected)
        mean = np.exp(kind["mu"] + 0.1 * rng.standard_normal((PATHS, 1)) + kind["sigma"] ** 2 / 2)
        spread = mean * np.sqrt(np.exp(kind["sigma"] ** 2) - 1)
        total += np.maximum(0, wins * mean + np.sqrt(wins) * spread * rng.standard_normal((PATHS, MONTHS)))
    return total


def main():
    rng = np.random.default_rng(1)
    simulate_ms, quantiles_ms = [], []
    for run in range(8):
        begin = time.perf_counter()
        total = simulate(rng)
        simulated = time.perf_counter()
        np.quantile(total, QUANTILES, axis=0)
        end = time.perf_counter()
        if run:
            simulate_ms.append((simulated - begin) * 1e3)
            quantiles_ms.append((end - simulated) * 1e3)
    print(
        json.dumps(
            dict(
                simulateMs=float(np.median(simulate_ms)),
                quantilesMs=float(np.median(quantiles_ms)),
                meanLastMonth=float(total[:, -1].mean()),
            )
        )
    )


main()
