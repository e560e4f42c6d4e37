using System.Text;
using Overflight.Designations.Reading;

namespace Overflight.Designations.Tests;

/// <summary>Invented lists in the forms that real ones have.</summary>
internal static class Sample
{
    public const string Entries =
        "101,\"LANTERN SYNDICATE\",-0- ,\"SDNTK\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"a.k.a. 'LSY'; f.k.a. 'OLD LANTERN'.\"\r\n"
        + "102,\"GRAU, Ines\",\"individual\",\"SDNTK] [TCO\",\"Director\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 01 Jan 1970.\"\r\n"
        + "103,\"MERIDIAN STAR\",\"vessel\",\"NOWHERE\",-0- ,\"XYZ1\",\"General Cargo\",\"9,000\",\"6,000\",\"Atlantis\",\"Meridian \"\"Deep\"\" Lines\",-0- \r\n"
        + "104,\"A-100\",\"aircraft\",\"NOWHERE\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n"
        + "\x1A";

    public const string Addresses = "101,1,\"1 Lamp Street\",\"Port Lumen\",\"Atlantis\",-0- \r\n101,2,-0- ,-0- ,\"Lemuria\",-0- \r\n102,3,-0- ,-0- ,-0- ,-0- \r\n\x1A";

    public const string Aliases = "101,1,\"aka\",\"THE LAMPLIGHTERS\",-0- \r\n101,2,\"fka\",\"CANDLE UNION\",-0- \r\n101,3,\"nka\",\"LANTERN HOUSE\",-0- \r\n\x1A";

    public const string Un = """
        <?xml version="1.0" encoding="utf-8"?>
        <CONSOLIDATED_LIST dateGenerated="2030-03-05T01:02:03Z">
          <INDIVIDUALS>
            <INDIVIDUAL>
              <DATAID>7001</DATAID><FIRST_NAME>Ines</FIRST_NAME><SECOND_NAME>Grau</SECOND_NAME>
              <UN_LIST_TYPE>Lumen</UN_LIST_TYPE><REFERENCE_NUMBER>LUi.001</REFERENCE_NUMBER><LISTED_ON>2029-01-02</LISTED_ON>
              <LAST_DAY_UPDATED><VALUE /></LAST_DAY_UPDATED>
              <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>La Gris</ALIAS_NAME></INDIVIDUAL_ALIAS>
              <INDIVIDUAL_ADDRESS><COUNTRY /></INDIVIDUAL_ADDRESS>
            </INDIVIDUAL>
          </INDIVIDUALS>
          <ENTITIES>
            <ENTITY>
              <DATAID>7002</DATAID><FIRST_NAME>Lantern Syndicate</FIRST_NAME><UN_LIST_TYPE>Lumen</UN_LIST_TYPE><REFERENCE_NUMBER>LUe.002</REFERENCE_NUMBER>
              <LISTED_ON>2029-01-02-05:00</LISTED_ON><NAME_ORIGINAL_SCRIPT>Фонарь</NAME_ORIGINAL_SCRIPT><COMMENTS1>Invented.</COMMENTS1>
              <LAST_DAY_UPDATED><VALUE>2029-06-01</VALUE><VALUE>2030-01-01</VALUE></LAST_DAY_UPDATED>
              <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Lamplighters; Candle Union</ALIAS_NAME></ENTITY_ALIAS>
              <ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Old Lantern</ALIAS_NAME></ENTITY_ALIAS>
              <ENTITY_ADDRESS><STREET>1 Lamp Street</STREET><CITY>Port Lumen</CITY><COUNTRY>Atlantis</COUNTRY></ENTITY_ADDRESS>
            </ENTITY>
          </ENTITIES>
        </CONSOLIDATED_LIST>
        """;

    public const string Advanced = """
        <?xml version="1.0" standalone="yes"?>
        <Sanctions xmlns="https://example.org/ADVANCED_XML">
          <DateOfIssue CalendarTypeID="1"><Year>2030</Year><Month>3</Month><Day>5</Day></DateOfIssue>
          <ReferenceValueSets>
            <AliasTypeValues><AliasType ID="1400">A.K.A.</AliasType><AliasType ID="1401">F.K.A.</AliasType><AliasType ID="1403">Name</AliasType></AliasTypeValues>
            <CountryValues><Country ID="9">Atlantis</Country></CountryValues>
            <EntryEventTypeValues><EntryEventType ID="1">Created</EntryEventType></EntryEventTypeValues>
            <LegalBasisValues><LegalBasis ID="5">Lumen Act</LegalBasis></LegalBasisValues>
            <LocPartTypeValues><LocPartType ID="1451">ADDRESS1</LocPartType><LocPartType ID="1454">CITY</LocPartType></LocPartTypeValues>
            <NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First Name</NamePartType></NamePartTypeValues>
            <PartySubTypeValues><PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType><PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType><PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
            <PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType></PartyTypeValues>
            <SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType><SanctionsType ID="1705">Block</SanctionsType></SanctionsTypeValues>
          </ReferenceValueSets>
          <Locations>
            <Location ID="50"><LocationCountry CountryID="9" /><LocationPart LocPartTypeID="1451"><LocationPartValue><Value>1 Lamp Street</Value></LocationPartValue></LocationPart><LocationPart LocPartTypeID="1454"><LocationPartValue><Value>Port Lumen</Value></LocationPartValue></LocationPart></Location>
          </Locations>
          <DistinctParties>
            <DistinctParty FixedRef="101">
              <Comment>Invented.</Comment>
              <Profile ID="901" PartySubTypeID="3">
                <Identity ID="1" Primary="true">
                  <Alias AliasTypeID="1400" Primary="false" LowQuality="true"><DocumentedName ID="2"><DocumentedNamePart><NamePartValue>LSY</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
                  <Alias AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName ID="1"><DocumentedNamePart><NamePartValue>LANTERN SYNDICATE</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
                  <Alias AliasTypeID="1401" Primary="false" LowQuality="false"><DocumentedName ID="3"><DocumentedNamePart><NamePartValue>CANDLE UNION</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
                </Identity>
                <Feature ID="1" FeatureTypeID="25"><FeatureVersion ID="1"><VersionLocation LocationID="50" /></FeatureVersion></Feature>
              </Profile>
            </DistinctParty>
            <DistinctParty FixedRef="102">
              <Profile ID="902" PartySubTypeID="4">
                <Identity ID="2" Primary="true">
                  <Alias AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName ID="4"><DocumentedNamePart><NamePartValue NamePartGroupID="11">GRAU</NamePartValue></DocumentedNamePart><DocumentedNamePart><NamePartValue NamePartGroupID="12">Ines</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
                  <NamePartGroups><MasterNamePartGroup><NamePartGroup ID="11" NamePartTypeID="1520" /></MasterNamePartGroup><MasterNamePartGroup><NamePartGroup ID="12" NamePartTypeID="1521" /></MasterNamePartGroup></NamePartGroups>
                </Identity>
              </Profile>
            </DistinctParty>
          </DistinctParties>
          <SanctionsEntries>
            <SanctionsEntry ID="1" ProfileID="901" ListID="1550">
              <EntryEvent ID="1" EntryEventTypeID="1" LegalBasisID="5"><Date CalendarTypeID="1"><Year>2025</Year><Month>2</Month><Day>20</Day></Date></EntryEvent>
              <SanctionsMeasure ID="1" SanctionsTypeID="1705" /><SanctionsMeasure ID="2" SanctionsTypeID="1"><Comment>SDNTK</Comment></SanctionsMeasure><SanctionsMeasure ID="3" SanctionsTypeID="1"><Comment>FTO</Comment></SanctionsMeasure>
            </SanctionsEntry>
          </SanctionsEntries>
        </Sanctions>
        """;

    public static ListSource Source(string name, string text) => Source(name, Encoding.UTF8.GetBytes(text));

    public static ListSource Source(string name, byte[] bytes) => new(name, () => new MemoryStream(bytes));

    /// <summary>One row of the file with the entries.</summary>
    public static string Row(string id, string name, string programmes = "SDNTK", string? remarks = null) =>
        $"{id},\"{name}\",-0- ,\"{programmes}\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,{(remarks is null ? "-0- " : $"\"{remarks}\"")}\r\n";
}
