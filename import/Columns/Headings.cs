using System.Collections.Frozen;
using EduAnalytics.Import.Cells;

namespace EduAnalytics.Import.Columns;

/// <summary>The headings by which columns are known without a mapping, in Chinese and English.</summary>
internal static class Headings
{
    private static readonly FrozenDictionary<string, ColumnRole> figures = Words(
        (ColumnRole.OrgUnit, "org_unit|orgUnit|org unit code|school code|unit code|单位代码|学校代码|学校标识码|机构代码|区划代码|组织单元代码"),
        (ColumnRole.OrgUnitName, "org_unit_name|school|school name|district|学校|学校名称|单位|单位名称|区县|区县名称|地区|组织单元"),
        (ColumnRole.Code, "code|indicator|indicator code|measure|measure code|指标|指标代码|指标名称|数据元|项目"),
        (ColumnRole.Period, "period|year|school year|年份|年度|学年|时期|统计时间|报告期"),
        (ColumnRole.Stage, "stage|学段|教育阶段"),
        (ColumnRole.Value, "value|数值|指标值|值|数据"),
        (ColumnRole.Document, "document|source|来源|资料来源|文件"),
        (ColumnRole.Section, "section|章节|条目"),
        (ColumnRole.Quote, "quote|note|remark|原文|备注|说明"),
        (ColumnRole.Ignored, "unit|计量单位|序号|no|no.|index"));

    private static readonly FrozenDictionary<string, ColumnRole> students = Words(
        (ColumnRole.OrgUnit, "org_unit|orgUnit|school code|school id|学校代码|学校标识码|机构代码|单位代码"),
        (ColumnRole.OrgUnitName, "school|school name|学校|学校名称|单位|单位名称"),
        (ColumnRole.Student, "student|student id|pseudonym|学生|学生编号|学生代码|学生假名|编号"),
        (ColumnRole.Grade, "grade|年级"),
        (ColumnRole.Sex, "sex|gender|性别"),
        (ColumnRole.Date, "date|tested on|testedOn|test date|event date|日期|测试日期|测试时间|变动日期|异动日期"),
        (ColumnRole.Kind, "kind|event|event kind|变动类别|变动类型|异动类别|异动类型|事件|类型"),
        (ColumnRole.Reason, "reason|原因|变动原因|异动原因"),
        (ColumnRole.Score, "score|total|total score|总分|得分|体测总分|标准分"),
        (ColumnRole.FitnessItem, "height|身高|weight|体重"),
        (ColumnRole.Ignored, "序号|no|no.|index|备注|remark|note"));

    private static readonly FrozenDictionary<string, ColumnRole> orgUnits = Words(
        (ColumnRole.UnitCode, "code|id|org_unit|代码|编码|单位代码|学校代码"),
        (ColumnRole.Name, "name|名称|单位名称|学校名称"),
        (ColumnRole.NameEn, "name_en|nameEn|english name|英文名称|英文名"),
        (ColumnRole.Parent, "parent|parent code|上级|上级代码|主管单位代码|所属区县代码"),
        (ColumnRole.Level, "level|层级|级别|类别"),
        (ColumnRole.Stages, "stages|stage|学段|办学层次"),
        (ColumnRole.Synthetic, "synthetic|生成|模拟数据"),
        (ColumnRole.Ignored, "序号|no|no.|index|备注"));

    public static ColumnRole? Find(ImportKind kind, string heading)
    {
        var words = kind switch
        {
            ImportKind.Figures => figures,
            ImportKind.OrgUnits => orgUnits,
            _ => students,
        };
        return words.TryGetValue(CellText.Key(heading), out var role) ? role : null;
    }

    private static FrozenDictionary<string, ColumnRole> Words(params (ColumnRole Role, string Words)[] entries) => entries
        .SelectMany(entry => entry.Words.Split('|'), (entry, word) => (Key: CellText.Key(word), entry.Role))
        .DistinctBy(entry => entry.Key)
        .ToFrozenDictionary(entry => entry.Key, entry => entry.Role, StringComparer.Ordinal);
}
