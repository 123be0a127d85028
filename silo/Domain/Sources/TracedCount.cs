using System.Runtime.InteropServices;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Schools.Counting;

namespace EduAnalytics.Domain.Sources;

/// <summary>
/// Follows one count through a replay, and keeps for each student the line that the student's share of it rests on: the last
/// that changed the share, or that put another record of the student in the place of the one counted.
/// </summary>
internal sealed class TracedCount(CountTerms terms, Period period)
{
    private readonly Dictionary<int, Share> shares = [];
    private Change roll;
    private Change first;
    private Change second;

    public CountTerms Terms => terms;

    /// <summary>The sum of all students' shares: the count itself.</summary>
    public int Sum => shares.Values.Sum(share => share.Counted);

    /// <summary>True where the line at hand has touched the count.</summary>
    public bool IsTouched => roll.Touched || first.Touched || second.Touched;

    /// <summary>
    /// The lines behind the count. Whoever left the roll before the period began is missed by nobody in it, and the line that
    /// says so is not behind it; who left within it is a student less.
    /// </summary>
    public IEnumerable<int> Lines => shares.Values
        .Where(share => share.Counted != 0 || terms.Roll is null || share.On >= period.Start)
        .Select(share => share.Line);

    public void OnRoll(int by) => roll.Add(by);

    public void OnTally(Tally tally, int by)
    {
        if (tally == terms.First)
            first.Add(by);
        else
            second.Add(by);
    }

    /// <summary>All that one line changes has been told.</summary>
    /// <param name="student">The student's number in this replay.</param>
    /// <param name="line">The line's number in this replay.</param>
    /// <param name="on">The day that the line speaks of.</param>
    public void EndLine(int student, int line, DateOnly on)
    {
        var by = roll.By + first.By + second.By;
        var replaced = roll.IsReplacement || first.IsReplacement || second.IsReplacement;
        (roll, first, second) = (default, default, default);
        ref var share = ref CollectionsMarshal.GetValueRefOrAddDefault(shares, student, out _);
        if (by != 0 || (replaced && share.Counted != 0))
            share = new Share(share.Counted + by, line, on);
    }

    private readonly record struct Share(int Counted, int Line, DateOnly On);

    /// <summary>What one line does to one of the numbers that a count is read from.</summary>
    private record struct Change(int By, bool Touched)
    {
        public readonly bool IsReplacement => Touched && By == 0;

        public void Add(int by) => (By, Touched) = (By + by, true);
    }
}
