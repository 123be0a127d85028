using EduAnalytics.Samples.Files;
using EduAnalytics.Samples.Generation;

namespace EduAnalytics.Samples.Tests;

public sealed class FaultyFilesTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData("230404,南山区,finance.allocated,23,,1,CNY,一(二)2,词", "'23' is no period")]
    [InlineData("230404,南山区,finance.allocated,2023,MIDDLE,1,CNY,一(二)2,词", "'MIDDLE' is none of")]
    [InlineData("230404,南山区,finance.allocated,2023,,much,CNY,一(二)2,词", "much")]
    [InlineData("南山,南山区,finance.allocated,2023,,1,CNY,一(二)2,词", "lower-case letters")]
    public void A_line_that_cannot_be_read_is_told_with_its_number(string line, string told)
    {
        File.WriteAllLines(path, ["org_unit,org_unit_name,code,period,stage,value,unit,section,quote", line]);

        var fault = Assert.Throws<InvalidDataException>(() => SampleFigures.Read(path));

        Assert.StartsWith($"{Path.GetFileName(path)}:2:", fault.Message, StringComparison.Ordinal);
        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quoted_cell_may_hold_commas_and_quotation_marks()
    {
        File.WriteAllLines(path,
        [
            "org_unit,org_unit_name,code,period,stage,value,unit,section,quote",
            "230404,南山区,finance.allocated,2023,,1,CNY,一(二)2,\"一, \"\"二\"\"\"",
        ]);

        Assert.Equal("一, \"二\"", Assert.Single(Assert.Single(SampleFigures.Read(path)).Figures).Quote);
    }

    [Theory]
    [InlineData("""{ "seed": 1 }""", "firstYear")]
    [InlineData("""{ "sead": 1 }""", "sead")]
    public void Settings_that_lack_something_or_say_something_unknown_name_it(string json, string named)
    {
        File.WriteAllText(path, json);

        var fault = Assert.Throws<InvalidDataException>(() => GeneratorSettings.Read(path));

        Assert.Contains(named, fault.Message, StringComparison.OrdinalIgnoreCase);
    }
}
