using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Report.Canvas;
using EduAnalytics.Dashboard.Shell;

namespace EduAnalytics.Dashboard.Report.Splits;

/// <summary>What the tree is parted by, of which the last can be taken away, and by what it can be parted next.</summary>
internal sealed class SplitChoices(ReportModel model, Visitor visitor)
{
    public IReadOnlyList<VisualChoice> All
    {
        get
        {
            var (splits, texts) = (model.Splits, visitor.Texts.Report);
            var chosen = splits.Select((split, i) => i == splits.Count - 1 && i > 0
                ? new VisualChoice($"{NameOf(split)} ×", Fill(texts.WithoutSplit, split), AddressOf([.. splits.Take(i)]), IsChosen: true)
                : new VisualChoice(NameOf(split), Fill(texts.OnlySplit, split), AddressOf([split]), IsChosen: true));
            var next = TreeSplits.Next(splits, model.Question)
                .Select(split => new VisualChoice($"+ {NameOf(split)}", Fill(texts.AddSplit, split), AddressOf([.. splits, split]), IsChosen: false));
            return [.. chosen, .. next, .. Instead(splits)];
        }
    }

    /// <summary>From the units below another way can be begun: the whole by stage, by grade, by sex.</summary>
    private IEnumerable<VisualChoice> Instead(IReadOnlyList<TreeSplit> splits) => splits is [TreeSplit.Unit]
        ? TreeSplits.Next([], model.Question).Where(split => split != TreeSplit.Unit)
            .Select(split => new VisualChoice(Fill(visitor.Texts.Report.OnlySplit, split), Fill(visitor.Texts.Report.OnlySplit, split), AddressOf([split]), IsChosen: false))
        : [];

    private string AddressOf(IReadOnlyList<TreeSplit> splits) =>
        visitor.Urls.Report(model.View with { Split = [.. splits], Branch = null, Explain = null });

    private string NameOf(TreeSplit split) => split switch
    {
        TreeSplit.Unit => visitor.Texts.Compare.OrgUnit,
        TreeSplit.Stage => visitor.Texts.Figure.Stage,
        TreeSplit.Grade => visitor.Texts.Report.Grade,
        _ => visitor.Texts.Report.Sex,
    };

    private string Fill(string format, TreeSplit split) => string.Format(visitor.Language.Culture, format, NameOf(split));
}
