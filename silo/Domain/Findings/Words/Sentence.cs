using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace EduAnalytics.Domain.Findings.Words;

/// <summary>A sentence with blanks such as <c>{value}</c>, in both languages.</summary>
public sealed partial class Sentence(string chinese, string english)
{
    public string Chinese => chinese;

    public string English => english;

    /// <summary>The names of the blanks in either language.</summary>
    public ImmutableArray<string> Blanks { get; } =
        [.. Blank().Matches(chinese + english).Select(match => match.Groups[1].Value).Distinct()];

    /// <exception cref="ArgumentException">A blank of the sentence is not among those given.</exception>
    public Wording Fill(IReadOnlyCollection<(string Blank, Wording Words)> words) => new(
        Blank().Replace(chinese, match => WordsFor(match, words).Chinese),
        Blank().Replace(english, match => WordsFor(match, words).English));

    private static Wording WordsFor(Match match, IReadOnlyCollection<(string Blank, Wording Words)> words)
    {
        foreach (var (blank, given) in words)
        {
            if (match.Groups[1].ValueSpan.SequenceEqual(blank))
                return given;
        }

        throw new ArgumentException($"Nothing fills the blank {match.Value}.", nameof(words));
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Blank();
}
