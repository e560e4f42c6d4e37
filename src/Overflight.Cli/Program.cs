using System.CommandLine;
using Overflight.Cli.Running;
using Overflight.Cli.Verbs;
using Overflight.Cli.Verbs.Lists;
using Overflight.Cli.Verbs.Papers;
using Overflight.Cli.Verbs.Records;

var root = new RootCommand(
    """
    Where did this aircraft fly, in whose airspace, and how sure is that?

    Examples:
      overflight demo
      overflight analyze trace_full_ac671b.json.gz
      overflight analyze recordings/ --airspace MEX --format html --out dossiers/
      overflight locate 27.5 -114.9831
      overflight decode recording.beast --stats
      overflight record verify flights/ --vkey VKEY
      overflight plan papers/sortie-1.json
      overflight fly scenario.json --papers papers/
      overflight lists show 17671 --as-of 2021-07-07 --store lists/

    Exit codes: 0 done; 1 done, and the answer is "no"; 2 usage; 3 input could not be read, in whole or in part
    (what could be read is still reported); 4 internal error.
    """)
{
    AnalyzeVerb.Create(),
    LocateVerb.Create(),
    IngestVerb.Create(),
    QueryVerb.Create(),
    BoundariesVerb.Create(),
    WatchVerb.Create(),
    DecodeVerb.Create(),
    VideoVerb.Create(),
    PapersVerb.Create(),
    RecordVerb.Create(),
    ListsVerb.Create(),
    PlanVerb.Create(),
    FlyVerb.Create(),
    DemoVerb.Create(),
};
return CommandRun.Invoke(root, args);
