using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Report;

/// <summary>What is asked for once the period is known.</summary>
/// <param name="Open">The part that is parted further; null for none.</param>
/// <param name="StripUnit">The unit whose schools are shown; null for none.</param>
/// <param name="StripStage">The stage whose schools are held against each other; null where the indicator is kept for none.</param>
/// <param name="ByDistrict">The strip's unit is a city, whose schools stand district by district.</param>
/// <param name="GradesUnit">The school whose students are shown by grade and sex; null for none.</param>
public sealed record DetailQuestion(
    ReportQuestion Report, string Period, string? Open, string? StripUnit, SchoolStage? StripStage, bool ByDistrict, string? GradesUnit)
{
    public const string Document = "Report/ReportDetail.graphql";

    public bool WithSchools => StripUnit is not null && StripStage is not null;

    /// <param name="withMatrix">All indicators of all parts too, which another indicator leaves as they are.</param>
    public IReadOnlyDictionary<string, object?> Variables(bool withMatrix) => new Dictionary<string, object?>
    {
        ["units"] = Report.UnitsOrNull,
        ["parent"] = Report.Parent,
        ["indicator"] = Report.Indicator.Code,
        ["codes"] = Report.Codes,
        ["stage"] = StageText.CodeOf(Report.Stage),
        ["period"] = Period,
        ["stripUnit"] = StripUnit ?? Report.Root,
        ["stripStage"] = StageText.CodeOf(StripStage ?? SchoolStage.Primary),
        ["withSchools"] = WithSchools,
        ["byDistrict"] = ByDistrict,
        ["open"] = Open,
        ["withBelow"] = Open is not null,
        ["withMatrix"] = withMatrix,
        ["gradesUnit"] = GradesUnit ?? Report.Root,
        ["withGrades"] = GradesUnit is not null,
    };

    public bool Asks(DetailQuestion other) => this with { Report = other.Report } == other && Report.Asks(other.Report);

    public bool AsksOfMatrix(DetailQuestion other) =>
        Period == other.Period && Report.AsksOfUnits(other.Report) && Report.Codes.SequenceEqual(other.Report.Codes);

    /// <param name="model">What is known of the view so far.</param>
    /// <param name="newest">The period where no part has a value in any.</param>
    public static DetailQuestion Of(ReportModel model, string newest)
    {
        var (question, picked) = (model.Question, model.View.Pick?.Unit);
        var isCity = question.Level == OrgUnitLevel.City;
        var open = isCity ? model.PickedPart ?? model.LargestPart : null;
        var picksDistrict = isCity && model.Compared.Units.Any(unit => unit.OrgUnit.Id == picked);
        return new DetailQuestion(
            question,
            model.Period ?? newest,
            open,
            question.Level == OrgUnitLevel.School ? null : picksDistrict ? picked : question.Root,
            question.Stage ?? (question.Indicator.Stages is [var first, ..] ? first : null),
            isCity && !picksDistrict,
            model.FocusIsSchool ? model.Focus.OrgUnit.Id : null);
    }
}
