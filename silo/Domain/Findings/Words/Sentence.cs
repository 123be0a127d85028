using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace EduAnalytics.Domain.Findings.Words;

/// <summary>A sentence with blanks such as <c>{value}</c>, in both languages.</summary>
public sealed partial class Sentence
{
    private readonly ImmutableArray<Piece> chinesePieces;
    private readonly ImmutableArray<Piece> englishPieces;

    public Sentence(string chinese, string english)
    {
        (Chinese, English) = (chinese, english);
        (chinesePieces, englishPieces) = (Cut(chinese), Cut(english));
    }

    public string Chinese { get; }

    public string English { get; }

    /// <summary>The names of the blanks in either language.</summary>
    public IEnumerable<string> Blanks =>
        chinesePieces.Concat(englishPieces).Where(piece => piece.IsBlank).Select(piece => piece.Text).Distinct();

    /// <exception cref="ArgumentException">A blank of the sentence is not among those given.</exception>
    public Wording Fill(ImmutableArray<(string Blank, Wording Words)> words)
    {
        var (chinese, english) = (new string[chinesePieces.Length], new string[englishPieces.Length]);
        for (var i = 0; i < chinese.Length; i++)
            chinese[i] = chinesePieces[i] is { IsBlank: true, Text: var blank } ? WordsFor(blank, words).Chinese : chinesePieces[i].Text;
        for (var i = 0; i < english.Length; i++)
            english[i] = englishPieces[i] is { IsBlank: true, Text: var blank } ? WordsFor(blank, words).English : englishPieces[i].Text;
        return new(string.Concat(chinese), string.Concat(english));
    }

    private static Wording WordsFor(string blank, ImmutableArray<(string Blank, Wording Words)> words)
    {
        foreach (var (name, given) in words)
        {
            if (name == blank)
                return given;
        }

        throw new ArgumentException($"Nothing fills the blank {{{blank}}}.", nameof(words));
    }

    /// <summary>Split at the blanks, every second piece is one.</summary>
    private static ImmutableArray<Piece> Cut(string text) => [.. Blank().Split(text).Select((piece, n) => new Piece(piece, n % 2 == 1))];

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Blank();

    private readonly record struct Piece(string Text, bool IsBlank);
}
