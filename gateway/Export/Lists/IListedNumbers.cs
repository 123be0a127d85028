using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Export.Requests;
using EduAnalytics.Gateway.Export.Tables;

namespace EduAnalytics.Gateway.Export.Lists;

/// <summary>A list that the API gives and that can be had as a file: one table.</summary>
internal interface IListedNumbers
{
    /// <summary>As its address names it: <c>breakdown</c> of <c>/export/breakdown.csv</c>.</summary>
    string Name { get; }

    /// <summary>The parameters of its address beside those of every list.</summary>
    IReadOnlyList<string> Parameters { get; }

    /// <summary>Reads the parameters at once; what is wrong with one becomes the parameters' problem, and then nothing is read.</summary>
    /// <returns>Reads the list for a caller, as it may see it.</returns>
    Func<Caller, Task<ExportTable>> Ask(ExportParameters parameters, ExportLanguage language);
}
