using CsCheck;

namespace EduAnalytics.Gateway.Tests.SourceFields;

/// <summary>
/// Valid queries of the <see cref="TreeSchema"/>, with whatever a selection can have: aliases, fields named twice, fragments
/// in and out of line, <c>@skip</c> and <c>@include</c> of constants and variables.
/// </summary>
internal static class RandomQuery
{
    private const int Deepest = 3;

    private static readonly string[] leaves =
    [
        "id", "name", "maybe", "surely", "failing", "failingHard", "unserialisable", "mood", "share", "at", "words", "times(by: 2)", "more: times(by: $by)",
        "later", "deferred", "__typename", "called: name", "number: id",
    ];

    private static readonly string[] objects = ["twin", "surelyTwin", "parts", "surelyParts", "laterTwin", "again: twin"];

    /// <summary>Most fields go unconditionally, so that most selections are the same for each request.</summary>
    private static readonly Gen<string> condition = Gen.Frequency(
        (12, Gen.Const("")),
        (1, OneOf(" @include(if: $yes)", " @skip(if: $yes)", " @skip(if: false)", " @include(if: true) @skip(if: $no)")));

    public static Gen<string> Any { get; } =
        from number in Gen.Int[0, 40]
        from one in Selections(Deepest)
        from many in Selections(Deepest)
        from first in Selections(1)
        from second in Selections(1)
        select $$"""
            query ($yes: Boolean!, $no: Boolean!, $by: Int!) { thing(number: {{number}}) { {{one}} ...First ...Second } things { {{many}} } }
            fragment First on Thing { id {{first}} }
            fragment Second on Named { name ... on Thing { {{second}} } }
            """;

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(word => words[word]);

    private static Gen<string> Selections(int depth) => Selection(depth).List[1, 6].Select(selections => string.Join(' ', selections));

    private static Gen<string> Selection(int depth)
    {
        var leaf = from field in OneOf(leaves) from only in condition select field + only;
        if (depth == 0)
            return leaf;
        var below = Gen.Int[0, depth - 1].SelectMany(Selections);
        return Gen.Frequency(
            (8, leaf),
            (4, from field in OneOf(objects) from only in condition from selected in below select $"{field}{only} {{ {selected} }}"),
            (1, from only in condition from selected in below select $"named{only} {{ __typename name ... on Thing {{ {selected} }} }}"),
            (1, from only in condition from selected in below select $"...{only} {{ {selected} }}"),
            (1, from only in condition from selected in below select $"... on Named{only} {{ name ... on Thing {{ {selected} }} }}"));
    }
}
