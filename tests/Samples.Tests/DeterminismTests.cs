using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Samples.Files;
using EduAnalytics.Samples.Generation;

namespace EduAnalytics.Samples.Tests;

public sealed class DeterminismTests
{
    private static readonly GeneratorSettings settings = GeneratorSettings.Read(Path.Combine(Shipped.SamplesDirectory, "generator.json"));
    private static readonly IReadOnlyList<OrgUnit> units = SampleOrgUnits.Read(Path.Combine(Shipped.SamplesDirectory, "org-units.csv"));

    [Fact]
    public void The_same_settings_give_the_same_lines_to_the_byte() =>
        Assert.Equal(HashOf(settings with { }), HashOf(settings with { }));

    /// <summary>
    /// A change here is a change to everyone's demonstration data: a directory filled before refuses the new lines, which
    /// come under ids that it has already.
    /// </summary>
    [Fact]
    public void The_shipped_settings_give_these_lines_on_every_machine() =>
        Assert.StartsWith("eafb6b3d491babf63eb8026d21592a7a", HashOf(settings), StringComparison.Ordinal);

    [Fact]
    public void Another_seed_gives_other_lines() =>
        Assert.NotEqual(HashOf(settings), HashOf(settings with { Seed = settings.Seed + 1 }));

    [Fact]
    public void A_school_does_not_depend_on_the_schools_beside_it()
    {
        var more = settings with { Districts = [settings.Districts[0], .. settings.Districts[1..].Select(district => district with { PrimarySchools = 9 })] };
        var first = settings.Districts[0].Code;

        Assert.Equal(HashOf(settings, first), HashOf(more, first));
    }

    [Fact]
    public void An_earlier_last_day_leaves_out_what_came_after_and_nothing_else()
    {
        var lastDay = new DateOnly(2021, 8, 31);
        var earlier = new CityGenerator(settings with { Through = lastDay }, units).Submissions().OfType<EnrolmentSubmission>().ToList();
        var all = new CityGenerator(settings, units).Submissions().OfType<EnrolmentSubmission>();

        Assert.Equal(
            all.SelectMany(submission => submission.Events).Where(line => line.Date <= lastDay),
            earlier.SelectMany(submission => submission.Events));
    }

    [Fact]
    public void Settings_for_a_large_city_give_a_large_city()
    {
        var large = settings with { Districts = [settings.Districts[0] with { PrimarySchools = 120, Size = 2 }] };
        var generator = new CityGenerator(large, units);

        Assert.Equal(126, generator.Schools.Length);
        Assert.Equal(generator.Schools.Length, generator.Schools.DistinctBy(school => school.Name).Count());
        Assert.Equal("230402-s120", generator.Schools[119].Id.Code);
    }

    [Fact]
    public void A_district_that_is_not_generated_is_refused_by_name()
    {
        var fault = Assert.Throws<InvalidDataException>(
            () => new CityGenerator(settings with { Districts = [settings.Districts[0] with { Code = "230404" }] }, units));

        Assert.Contains("230404", fault.Message, StringComparison.Ordinal);
    }

    private static string HashOf(GeneratorSettings generated, string? prefix = null)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var submission in new CityGenerator(generated, units).Submissions())
        {
            if (prefix is null || submission.OrgUnit.Code.StartsWith(prefix, StringComparison.Ordinal))
                hash.AppendData(Encoding.UTF8.GetBytes(TextOf(submission)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string TextOf(Submission submission)
    {
        var lines = submission switch
        {
            FiguresSubmission figures => string.Join('\n', figures.Figures.Select(line => Text($"{line.Code} {line.Period} {line.Stage} {line.Value}"))),
            EnrolmentSubmission enrolment => string.Join('\n', enrolment.Events.Select(line => Text($"{line.Student} {line.Kind} {line.Date:O} {line.Grade} {line.Sex} {line.Reason}"))),
            FitnessSubmission fitness => string.Join('\n', fitness.Results.Select(line => Text($"{line.Student} {line.TestedOn:O} {line.Grade} {line.Sex} {line.Score}"))),
            _ => throw new InvalidOperationException($"The generator makes no {submission.GetType().Name}."),
        };
        return $"{submission.OrgUnit} {submission.Id}\n{lines}\n";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
