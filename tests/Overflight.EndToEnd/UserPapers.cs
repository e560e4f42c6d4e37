namespace Overflight.EndToEnd;

/// <summary>Invented papers of one programme, as a user writes them: two sorties, one flown; a notice with fields of two classes to three offices.</summary>
internal static class UserPapers
{
    public const string Secret = "Grid AB-1187 of Exercise LANTERN";
    public const string Restricted = "Two aircraft from Camp Nowhere";
    public const string Open = "The programme begins on 1 March 2026.";

    private const string West = """{ "name": "Pacific west", "ring": [[-120, 28], [-112, 28], [-112, 33.2], [-120, 33.2]] }""";
    private const string Conduct = """{ "sensors": [{ "sensorKind": "eo-ir", "during": { "from": "2026-03-02T07:00:00Z", "to": "2026-03-02T07:30:00Z" }, "hull": { "name": "seen", "ring": [[-117.6, 30.1], [-117.2, 30.1], [-117.2, 30.4]] } }], "control": [], "sessions": [] }""";

    private static readonly (string Name, string Json)[] s_papers =
    [
        ("programme.lantern.v1", $$"""
            { "kind": "programme", "id": "lantern", "version": 1, "recordedAt": "2026-01-05T00:00:00Z", "name": "Exercise LANTERN", "operatingState": "USA", "purpose": "watch drug laboratories", "profile": "intelligence",
              "regime": { "regime": "intelligenceActivity", "chosenBy": "Office of Legal Counsel", "chosenAt": "2026-01-03T00:00:00Z", "reasons": "collection abroad" },
              "extent": { "areas": [{{West}}], "states": [], "aircraftKinds": ["MQ-9A"], "sensorKinds": ["eo-ir"], "partners": ["Air Wing"], "targetClasses": ["drug-laboratory"], "longestSortieHours": 8, "altitude": { "floorMetres": 0, "ceilingMetres": 9000 } } }
            """),
        ("operation.op-1.v1", """
            { "kind": "operation", "id": "op-1", "version": 1, "recordedAt": "2026-01-06T00:00:00Z", "programme": "lantern", "name": "Op 1", "targetClass": "drug-laboratory", "instruments": ["finding-1"] }
            """),
        ("instrument.finding-1.v1", $$"""
            { "kind": "instrument", "id": "finding-1", "version": 1, "recordedAt": "2026-01-04T12:00:00Z", "form": "finding", "signer": "The President", "decidedOrallyAt": "2026-01-03T00:00:00Z", "signedAt": "2026-01-04T00:00:00Z", "parties": [{ "name": "Air Wing", "mostInteroperability": 5 }],
              "scope": { "areas": [{{West}}], "altitude": { "floorMetres": 0, "ceilingMetres": 9000 }, "windows": [{ "from": "2026-01-01T00:00:00Z", "to": "2027-01-01T00:00:00Z" }], "sensorKinds": ["eo-ir"], "purposeCodes": ["counter-narcotics"] } }
            """),
        ("recipients.oversight.v1", """
            { "kind": "recipients", "id": "oversight", "version": 1, "recordedAt": "2026-01-02T00:00:00Z", "name": "oversight", "offices": [
                { "office": "Senate committee", "clearances": ["restricted", "secret"] }, { "office": "House committee", "clearances": ["restricted"] }, { "office": "Oficina de enlace, México", "clearances": [] }] }
            """),
        ("notice.lantern-new.v1", $$"""
            { "kind": "notice", "id": "lantern-new", "version": 1, "recordedAt": "2026-01-10T00:00:00Z", "duty": "programme.lantern.v1", "recipients": "oversight", "contentClass": "secret",
              "dueAt": "2026-03-01T00:00:00Z", "sentAt": "2026-01-10T00:00:00Z", "salt": "c2FsdC1zYWx0LXNhbHQtc2FsdA", "content": [
                { "name": "subject", "value": "Exercise LANTERN: a new programme of aerial watch" },
                { "name": "what", "value": "{{Open}}" },
                { "name": "forces", "class": "restricted", "value": "{{Restricted}}" },
                { "name": "target-area", "class": "secret", "value": "{{Secret}}" }] }
            """),
        ("sortie.s-1.v1", Sortie("s-1", "2026-03-02")),
        ("sortie.s-2.v1", Sortie("s-2", "2026-03-05")),
        ("flown.f-1.v1", $$"""
            { "kind": "flown", "id": "f-1", "version": 1, "recordedAt": "2026-03-02T12:00:00Z", "sortie": "s-1", "aircraft": { "type": "MQ-9A", "registration": "N901LT" }, "payload": [{ "name": "EO/IR turret", "sensorKind": "eo-ir" }],
              "takeOff": { "at": "2026-03-02T06:00:00Z", "place": "San Diego", "latitude": 32.7, "longitude": -117.25 }, "landing": { "at": "2026-03-02T08:30:00Z", "place": "San Diego", "latitude": 32.7, "longitude": -117.25 }, "conduct": {{Conduct}},
              "incidents": [{ "kind": "lostLink", "during": { "from": "2026-03-02T07:10:00Z", "to": "2026-03-02T07:20:00Z" }, "note": "ten minutes" }],
              "products": [{ "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "dataClass": "investigation" }] }
            """),
        ("complaint.c-1.v1", """
            { "kind": "complaint", "id": "c-1", "version": 1, "recordedAt": "2026-03-04T00:00:00Z", "programme": "lantern", "receivedAt": "2026-03-03T00:00:00Z", "subjectClass": "noise", "handledBy": "Inspector General" }
            """),
        ("audit.a-1.v1", """
            { "kind": "audit", "id": "a-1", "version": 1, "recordedAt": "2026-04-01T00:00:00Z", "programme": "lantern", "by": "Court of Accounts", "period": { "from": "2026-01-01T00:00:00Z", "to": "2026-04-01T00:00:00Z" }, "completedAt": "2026-04-01T00:00:00Z", "outcome": "findings", "findings": 2 }
            """),
    ];

    /// <summary>How many papers there are.</summary>
    public static int Count => s_papers.Length;

    /// <summary>Writes them into a folder.</summary>
    public static string Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, json) in s_papers)
            File.WriteAllText(FileOf(folder, name), json);
        return folder;
    }

    public static string FileOf(string folder, string name) => Path.Combine(folder, name + ".json");

    private static string Sortie(string id, string day) => $$"""
        { "kind": "sortie", "id": "{{id}}", "version": 1, "recordedAt": "2026-02-20T00:00:00Z", "operation": "op-1", "instrument": "finding-1", "aircraft": { "type": "MQ-9A", "registration": "N901LT" },
          "payload": [{ "name": "EO/IR turret", "sensorKind": "eo-ir" }], "purpose": "watch from the sea", "purposeCodes": ["counter-narcotics"],
          "route": { "corridorMetres": 1000, "altitudeToleranceMetres": 300, "points": [{ "at": "{{day}}T06:00:00Z", "latitude": 32.7, "longitude": -117.25, "altitudeMetres": 0 }, { "at": "{{day}}T08:30:00Z", "latitude": 30.2, "longitude": -117.4, "altitudeMetres": 7000 }] },
          "conduct": { "sensors": [], "control": [], "sessions": [] }, "data": { "dataClass": "investigation", "evaluateBy": "2026-04-01T00:00:00Z", "deleteBy": "2026-08-01T00:00:00Z", "disseminatedTo": [] } }
        """;
}
