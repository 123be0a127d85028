using System.Globalization;
using System.Text;
using CsCheck;

namespace EduAnalytics.Fuzz.Tests;

internal enum Change
{
    Flip,
    Insert,
    Remove,
    Repeat,
    Truncate,
    Splice,
    Replace,
}

/// <summary>One way in which a good input is spoilt.</summary>
/// <param name="Place">Where, as a share of the input's length in thousandths.</param>
/// <param name="Length">How much of it, in bytes.</param>
/// <param name="Choice">Which of the words or of the other inputs, and which bit.</param>
internal readonly record struct Mutation(Change Change, int Place, int Length, int Choice)
{
    /// <summary>What breaks readers: ends of ranges, marks of other formats, text that is no text.</summary>
    private static readonly byte[][] words =
    [
        .. new[]
        {
            "null", "true", "[]", "{}", "\"\"", "0", "-0", "-1", "1e400", "1e-400", "9223372036854775808", "79228162514264337593543950336", "NaN", "0x10",
            "2024-02-30", "0000-00-00", "9999-12-31", "SY9999", "2024-13", "20240", "\\u0000", "\\ud800", "\\u202e", "﻿", "\r\n", "\n\n\n", "\t", "\"", "\"\"\"", "'",
            "\\", ",", ",,,,", ":", ";", "{", "}", "[", "]", "$", "@skip(if: true)", "...on Query", "__typename", "#", "&a *a", "!!binary", "%00", "<a>", "</c>", "=1+1", "辍学", "😀",
            new string('[', 300), new string('{', 300), new string('9', 400), new string('a', 5000),
        }.Select(Encoding.UTF8.GetBytes),
        [0], [0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xfe, 0xff],
    ];

    public static Gen<Mutation> Any { get; } = Gen.Select(
        Gen.Enum<Change>(), Gen.Int[0, 1000], Gen.OneOf(Gen.Int[1, 8], Gen.Int[1, 200]), Gen.Int[0, 10_000],
        (change, place, length, choice) => new Mutation(change, place, length, choice));

    /// <param name="others">What a part can be taken from.</param>
    public byte[] Of(byte[] input, IReadOnlyList<byte[]> others)
    {
        var at = (int)((long)input.Length * Place / 1000);
        var end = Math.Min(input.Length, at + Length);
        switch (Change)
        {
            case Change.Flip when at < input.Length:
                var flipped = (byte[])input.Clone();
                flipped[at] ^= (byte)(1 << (Choice % 8));
                return flipped;
            case Change.Insert:
                return [.. input[..at], .. words[Choice % words.Length], .. input[at..]];
            case Change.Replace:
                return [.. input[..at], .. words[Choice % words.Length], .. input[end..]];
            case Change.Remove:
                return [.. input[..at], .. input[end..]];
            case Change.Repeat:
                return [.. input[..end], .. Enumerable.Repeat(input[at..end], Choice % 20).SelectMany(part => part), .. input[end..]];
            case Change.Truncate:
                return input[..at];
            case Change.Splice:
                var other = others[Choice % others.Count];
                return [.. input[..at], .. other[Math.Min(other.Length, at)..]];
            default:
                return input;
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Change} {Place} {Length} {Choice}");
}
