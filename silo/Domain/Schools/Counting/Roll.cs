namespace EduAnalytics.Domain.Schools.Counting;

/// <summary>
/// A number of students over the months, kept as what each month adds to the one before: so a student who stays ten years
/// costs one addition, and nobody has to be carried from year to year.
/// </summary>
internal sealed class Roll
{
    private int[] changes = [];
    private int first = int.MaxValue;

    /// <summary>The first month (a <see cref="Periods.Period.Ordinal"/>) in which anything changed; null while nothing did.</summary>
    public int? FirstMonth => changes.Length == 0 ? null : first;

    /// <summary>The number at a month's end.</summary>
    public int this[int month]
    {
        get
        {
            var until = Math.Min(changes.Length, month - first + 1);
            var sum = 0;
            for (var i = 0; i < until; i++)
                sum += changes[i];
            return sum;
        }
    }

    public void Change(int month, int by)
    {
        Reach(month);
        changes[month - first] += by;
    }

    private void Reach(int month)
    {
        if (changes.Length == 0)
        {
            (first, changes) = (month, new int[24]);
        }
        else if (month < first)
        {
            changes = [.. new int[first - month], .. changes];
            first = month;
        }
        else if (month - first >= changes.Length)
        {
            Array.Resize(ref changes, Math.Max(changes.Length * 2, month - first + 1));
        }
    }
}
