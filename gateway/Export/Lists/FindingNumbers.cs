using System.Globalization;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Export.Requests;
using EduAnalytics.Gateway.Export.Tables;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Queries.Findings;
using static EduAnalytics.Gateway.Export.Tables.ExportColumn;

namespace EduAnalytics.Gateway.Export.Lists;

/// <summary>What stands against the figures of a unit and of everything below it: the whole list, in the order of its pages.</summary>
internal sealed class FindingNumbers(FindingLists findings, OrgUnitQueries orgUnits, Catalogue catalogue) : IListedNumbers
{
    public string Name => "findings";

    public IReadOnlyList<string> Parameters => ["orgUnit", "period", "rule", "severity", "state"];

    public Func<Caller, Task<ExportTable>> Ask(ExportParameters parameters, ExportLanguage language)
    {
        var unit = parameters.Required("orgUnit", "230404");
        var filter = new FindingFilter(
            parameters.PeriodAt("period"), parameters.Text("rule"), parameters.Code<Severity>("severity"), parameters.Code<FindingState>("state"));
        return async caller =>
        {
            var found = await findings.All(caller, unit, filter);
            return TableOf([.. found.Select(one => one.Shown)], await orgUnits.Tree(), language);
        };
    }

    private ExportTable TableOf(IReadOnlyList<Finding> found, OrgUnitTree tree, ExportLanguage language)
    {
        var units = found.Select(one => new UnitName(tree.Find(one.OrgUnit)!, language)).ToList();
        return new ExportTable(ExportTitles.Data, found.Count,
        [
            new Word("severity", new("程度", "Severity"), i => CodeWords.CodeOf(found[i].Severity), CodeWords.Severities),
            .. UnitName.Columns(i => units[i]),
            new Text("period", new("时期", "Period"), i => found[i].Period.ToString()),
            new Word("stage", new("学段", "Stage"), i => found[i].Id.Stage is { } stage ? CodeWords.CodeOf(stage) : null, CodeWords.Stages),
            new Text("message", new("内容", "Message"), i => new Title(found[i].Message, found[i].MessageEn).In(language)),
            new Text("values", new("数值", "Values"), i => string.Join(' ', found[i].Values.Select(value => value.ToString(CultureInfo.InvariantCulture)))),
            new Text("rule", new("规则代码", "Rule"), i => found[i].Id.Rule),
            new Text("rule_name", new("规则名称", "Rule name"), i => NameOf(catalogue.Rulebook.Require(found[i].Id.Rule), language)),
            new Text("subject", new("涉及的数据", "Subject"), i => found[i].Id.Subject),
            new Word("state", new("处理情况", "State"), i => CodeWords.CodeOf(FindingStates.StateOf(found[i])), CodeWords.States),
            new Text("note", new("说明", "Note"), i => found[i].Acknowledgement?.Note),
        ]);
    }

    private static string NameOf(FindingRule rule, ExportLanguage language) => new Title(rule.Name.Chinese, rule.Name.English).In(language);
}
