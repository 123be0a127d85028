using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Findings.Contradictions;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Grains.Catalogues;

namespace EduAnalytics.Findings.Tests;

/// <summary>Rules as they are written in a copy of the shipped catalogue.</summary>
public sealed class RuleReadingTests : IDisposable
{
    private const string Rule = """
        findings:
          - code: parts.staff
            name: 分类合计不等于总数
            name_en: Staff do not add up
            kind: parts_of_total
            total: preschool.staff
            parts: [preschool.staff_established, preschool.staff_contracted]
            levels: [DISTRICT]
            severity: WARNING
            message: "{period}{name}为{total}，合计{sum}。"
            message_en: "{name} in {period}: {total}, parts {sum}."
            why: 部分之和应等于总数。
            why_en: Parts make up their total.
            source: { document: 某办法, number: 第三条 }
        """;

    private readonly string directory = Directory.CreateTempSubdirectory("edu-findings-").FullName;

    public RuleReadingTests()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "catalogue")))
            File.Copy(file, Path.Combine(directory, Path.GetFileName(file)));
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public void A_rule_is_read_with_all_that_its_entry_says()
    {
        var rule = Assert.Single(Assert.IsType<CatalogueReading.Complete>(Read(Rule)).Catalogue.Rulebook.Rules);

        Assert.Equal(("parts.staff", "Staff do not add up", Severity.Warning), (rule.Code, rule.Name.English, rule.Severity));
        Assert.Equal("preschool.staff", Assert.IsType<PartsOfTotal>(rule.Kind).Total);
        Assert.Equal([OrgUnitLevel.District], rule.Levels);
        Assert.Equal("《某办法》（第三条）", rule.Source);
    }

    [Fact]
    public void A_catalogue_without_rules_looks_for_nothing()
    {
        File.Delete(Path.Combine(directory, "findings.yaml"));

        Assert.Empty(Assert.IsType<CatalogueReading.Complete>(CatalogueReader.Read(directory)).Catalogue.Rulebook.Rules);
    }

    [Theory]
    [InlineData("kind: parts_of_total", "kind: parts_of_totl", 5, "kind 'parts_of_totl' is unknown", "parts_of_total")]
    [InlineData("total: preschool.staff\n", "total: preschool.stuff\n", 6, "measure 'preschool.stuff' is unknown", "preschool.staff")]
    [InlineData("preschool.staff_contracted]", "preschool.staff_kontracted]", 7, "measure 'preschool.staff_kontracted' is unknown", "preschool.staff_contracted")]
    [InlineData("levels: [DISTRICT]", "levels: [COUNTY]", 8, "levels 'COUNTY' is unknown", "DISTRICT")]
    [InlineData("severity: WARNING", "severity: GRAVE", 9, "severity 'GRAVE' was given", "CRITICAL")]
    [InlineData("合计{sum}", "合计{summ}", 10, "nothing fills the blank {summ}", "{sum}")]
    [InlineData("parts {sum}", "parts {some}", 11, "nothing fills the blank {some}", "{sum}")]
    [InlineData("    why: 部分之和应等于总数。\n", "", 2, "why is missing", "in Chinese")]
    [InlineData("total: preschool.staff\n", "total: preschool.staff\n    totel: 3\n", 7, "the key 'totel' is unknown", "total")]
    public void A_fault_is_told_with_its_line_what_was_given_and_what_was_expected(
        string passage, string replacement, int line, string given, string expected)
    {
        Assert.Contains(passage, Rule, StringComparison.Ordinal);

        var errors = Assert.IsType<CatalogueReading.Faulty>(Read(Rule.Replace(passage, replacement, StringComparison.Ordinal))).Errors;

        var error = Assert.Single(errors, error => error.Given.Contains(given, StringComparison.Ordinal));
        Assert.Equal(("findings.yaml", line, "parts.staff"), (error.File, error.Line, error.Code));
        Assert.Contains(expected, error.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_score_too_low_to_mean_anything_is_refused()
    {
        var errors = Assert.IsType<CatalogueReading.Faulty>(Read("""
            findings:
              - { code: peers.far, name: 远, name_en: Far, kind: far_from_peers, score: 1, least_peers: 5, least_difference: 5,
                  least_base: 30, severity: INFO, message: "{name}", message_en: "{name}", why: 远, why_en: far }
            """)).Errors;

        Assert.Contains(errors, error => error.Given == "score 1 was given");
    }

    private CatalogueReading Read(string rules)
    {
        File.WriteAllText(Path.Combine(directory, "findings.yaml"), rules);
        return CatalogueReader.Read(directory);
    }
}
