using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Shell;

namespace EduAnalytics.Dashboard.Compare;

/// <summary>The one or two sentences a printed report would begin with.</summary>
public static class Headline
{
    public static string Of(ComparedIndicator compared, Visitor visitor)
    {
        var texts = visitor.Texts.Compare;
        if (compared.Ranked is not { } period)
            return texts.HeadlineNone;
        var known = compared.Units
            .Select(unit => (Unit: unit, Reading: unit.At(period)))
            .Where(one => one.Reading.Value is not null)
            .OrderByDescending(one => one.Reading.Value)
            .ToList();
        if (known is [var only])
            return One(only.Unit, only.Reading);
        var sentences = new List<string>();
        if (known.Find(one => one.Reading.Target is not null) is { Reading.Target: { } target })
        {
            var met = known.Count(one => one.Reading.Status == TargetStatus.Met);
            sentences.Add(Fill(
                texts.HeadlineTarget, visitor.Numbers.Period(period), met, known.Count, visitor.Numbers.Target(target, compared.Indicator)));
        }

        var range = sentences.Count == 0 ? texts.HeadlineRangeOnly : texts.HeadlineRange;
        sentences.Add(Fill(
            range, Name(known[0].Unit), Value(known[0].Reading), Name(known[^1].Unit), Value(known[^1].Reading), visitor.Numbers.Period(period)));
        return string.Join(visitor.Texts.Figure.SentenceSeparator, sentences);

        string One(ComparedUnit unit, Reading reading)
        {
            var text = new ReadingText(reading, compared.Indicator, visitor);
            return text.Target is { } wanted
                ? Fill(texts.HeadlineOneTarget, visitor.Numbers.Period(period), Name(unit), text.Brief, wanted, text.Status)
                : Fill(texts.HeadlineOne, visitor.Numbers.Period(period), Name(unit), text.Brief);
        }

        string Fill(string format, params object[] parts) => string.Format(visitor.Language.Culture, format, parts);
        string Name(ComparedUnit unit) => visitor.Name(unit.OrgUnit.Name, unit.OrgUnit.NameEn);
        string Value(Reading reading) => new ReadingText(reading, compared.Indicator, visitor).Brief;
    }
}
