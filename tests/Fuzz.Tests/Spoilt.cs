using System.Text;
using CsCheck;

namespace EduAnalytics.Fuzz.Tests;

/// <summary>Good inputs spoilt in up to four places: near enough to good ones to come far into what reads them.</summary>
internal static class Spoilt
{
    /// <summary>How many inputs each test tries: a thousand, and more where <c>CsCheck_Iter</c> in the environment is above its usual 100.</summary>
    public static long Tries => Check.Iter * 10;

    public static Gen<byte[]> Of(IReadOnlyList<byte[]> good) => Gen.Select(
        Gen.Int[0, good.Count - 1], Mutation.Any.Array[1, 4],
        (which, mutations) => mutations.Aggregate(good[which], (input, mutation) => mutation.Of(input, good)));

    public static Gen<byte[]> Of(params string[] good) => Of([.. good.Select(Encoding.UTF8.GetBytes)]);

    public static Gen<string> OneOf(params string[] some) => Gen.Int[0, some.Length - 1].Select(which => some[which]);

    /// <summary>An input as a failure reports it; what is no text is shown as numbers.</summary>
    public static string Show(byte[] input) => $"{Encoding.UTF8.GetString(input)}\n({Convert.ToHexString(input)})";
}
