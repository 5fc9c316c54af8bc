"""What a run found, round by round."""
import statistics


class Figures:
    def __init__(self):
        self.rounds, self.number = {}, 0

    def note(self, key, figure):
        self.rounds.setdefault(key, {})[self.number] = figure

    def median(self, key):
        rounds = self.rounds.get(key)
        return statistics.median(rounds.values()) if rounds else None

    def ratio(self, key, other):
        """The median of the rounds' ratios. The two were measured within seconds of each other, so that what slows the
        machine down for a minute is in both; medians of a run might be of different minutes."""
        one, two = self.rounds.get(key, {}), self.rounds.get(other, {})
        both = [one[number] / two[number] for number in one if number in two]
        return statistics.median(both) if both else None

    def medians(self):
        return {', '.join(map(str, key)): self.median(key) for key in self.rounds}
