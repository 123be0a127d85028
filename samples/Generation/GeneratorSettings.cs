using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EduAnalytics.Samples.Generation;

/// <summary>What the generated part of the city looks like. The same settings give the same lines, to the byte.</summary>
/// <param name="FirstYear">The calendar year in which the registers are opened, in March.</param>
/// <param name="Through">The last day of which lines are generated; yearly figures end with the last full year.</param>
/// <param name="PrimaryEntrants">Students who enter a primary school in the first year, on average.</param>
/// <param name="JuniorEntrants">The same for a junior school.</param>
/// <param name="NineYearEntrants">The same for a school that teaches grades 1 to 9.</param>
/// <param name="TeachingPointEntrants">The same for a teaching point, which has fewer than 50 students.</param>
/// <param name="KindergartenChildren">Children in a kindergarten, on average.</param>
/// <param name="EntrantsTrend">Change of the entrants from year to year: -0.02 is two in a hundred fewer.</param>
/// <param name="TransferShare">Of all students, how many transfer out in a year; about as many transfer in.</param>
/// <param name="ReturnShare">Of those who dropped out, how many return in the term that follows.</param>
/// <param name="ReportsMissing">Of the monthly dropout reports, how many are forgotten.</param>
public sealed record GeneratorSettings(
    int Seed,
    int FirstYear,
    DateOnly Through,
    int LinesPerSubmission,
    double PrimaryEntrants,
    double JuniorEntrants,
    double NineYearEntrants,
    double TeachingPointEntrants,
    double KindergartenChildren,
    double EntrantsTrend,
    double TransferShare,
    double ReturnShare,
    double ReportsMissing,
    ImmutableArray<DistrictSettings> Districts)
{
    private static readonly JsonSerializerOptions options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <exception cref="InvalidDataException">The file says something else than the settings: the message names the place.</exception>
    public static GeneratorSettings Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize<GeneratorSettings>(file, options)
                ?? throw new InvalidDataException($"{Path.GetFileName(path)} holds no settings.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{Path.GetFileName(path)}: {fault.Message}", fault);
        }
    }
}

/// <summary>One generated district. Values are those of the first year; trends are changes from year to year.</summary>
/// <param name="Size">Factor on the entrants of all its schools.</param>
/// <param name="DropoutTrend">Relative: -0.06 is six in a hundred fewer each year.</param>
/// <param name="FitnessMean">Mean total score of the fitness test.</param>
/// <param name="FitnessTrend">Points a year.</param>
/// <param name="PublicShare">Children in public kindergartens, of all.</param>
/// <param name="Resources">Factor on the quality standard's thresholds: 1 meets them on average.</param>
/// <param name="PrimaryVariation">Standard deviation of the schools around that, as a share of it.</param>
/// <param name="TeacherPay">Yuan a year.</param>
/// <param name="PayRatio">Teachers' pay over civil servants'.</param>
public sealed record DistrictSettings(
    string Code,
    int PrimarySchools,
    int JuniorSchools,
    int NineYearSchools,
    int TeachingPoints,
    int Kindergartens,
    double Size,
    double PrimaryDropoutPercent,
    double JuniorDropoutPercent,
    double DropoutTrend,
    double NineYearRetentionPercent,
    double FitnessMean,
    double FitnessTrend,
    double PrimaryMyopiaPercent,
    double JuniorMyopiaPercent,
    double PublicShare,
    double PublicShareTrend,
    double Resources,
    double PrimaryVariation,
    double JuniorVariation,
    double SpendingPerStudent,
    double TeacherPay,
    double PayRatio);
