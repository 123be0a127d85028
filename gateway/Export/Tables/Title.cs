namespace EduAnalytics.Gateway.Export.Tables;

/// <summary>In which language names and headings are written.</summary>
public enum ExportLanguage
{
    Chinese,
    English,
}

/// <summary>What a column, a sheet or a code is called for people.</summary>
internal readonly record struct Title(string Chinese, string English)
{
    public string In(ExportLanguage language) => language == ExportLanguage.English ? English : Chinese;
}
