using System.CommandLine;

namespace Overflight.Cli.Verbs.Papers;

/// <summary><c>papers</c>: the documents that sorties rest on, and who is told what.</summary>
internal static class PapersVerb
{
    public static Command Create() => new("papers", "Record and check the papers that sorties rest on; tell notices, list what is due, sum up for the public.")
    {
        PapersRecordVerb.Create(),
        PapersCheckVerb.Create(),
        PapersNoticeVerb.Create(),
        PapersReceiptVerb.Create(),
        PapersDutiesVerb.Create(),
        PapersSummaryVerb.Create(),
    };
}
